"""Words of many languages: common ones, for the look of real text, and coined ones, each of which stands in one text only.

A coined word that is missing from a publication, or that shows in one whose readers may not see it, is proof: no other text and
none of the program's own words has it.
"""

import pathlib
from xml.etree import ElementTree

WORDS = pathlib.Path(__file__).resolve().parents[2] / "styles" / "words"

COMMON = {
    "en": "the of and a partner children report with their rights work training since meeting court justice school support",
    "fr": "le de et un partenaire enfants rapport avec leurs droits travail formation depuis réunion école l’été où",
    "es": "el de y un socio niños informe con sus derechos trabajo formación desde reunión escuela año según",
    "de": "der von und ein Partner Kinder Bericht mit ihren Rechten Arbeit Schulung seit Sitzung für Straße größer",
    "pt": "o de e um parceiro crianças relatório com os direitos trabalho formação desde reunião não ação",
    "ru": "и в на партнёр дети доклад с их права работа обучение после встреча школа объединение",
    "ar": "من في على شريك الأطفال تقرير مع حقوق عمل تدريب منذ اجتماع مدرسة إلى",
    "he": "של את על שותף ילדים דוח עם זכויות עבודה הכשרה מאז פגישה בית",
    "hi": "और के में साझेदार बच्चे रिपोर्ट साथ अधिकार काम प्रशिक्षण बैठक विद्यालय",
    "th": "และ ของ ใน เด็ก รายงาน กับ สิทธิ งาน ประชุม โรงเรียน",
    "yo": "àti ti ní ọmọdé ìròyìn pẹ̀lú ẹ̀tọ́ iṣẹ́ ìpàdé ilé-ẹ̀kọ́",
}
LATIN = {
    "en": ("b c d f g k l m n p r s t v br cr dr pl st tr".split(), "a e i o u ai ea ou".split()),
    "fr": ("b c d f g l m n p r s t v ch gn pr tr".split(), "a e i o u é è ê ou eau".split()),
    "es": ("b c d f g l m n p r s t ll ñ rr".split(), "a e i o u á é í ó ú".split()),
    "de": ("b d f g k l m n p r s t sch pf st".split(), "a e i o u ä ö ü ei".split()),
    "pt": ("b c d f g l m n p r s t nh lh".split(), "a e i o u ã õ á é".split()),
    "ru": ("б в г д ж з к л м н п р с т ф х ц ч ш щ".split(), "а е и о у ы э ю я ё й".split()),
    "hi": ("क ख ग च ज ट ड त द न प ब म र ल व स ह".split(), ["", "ा", "ि", "ी", "ु", "े", "ो", "ं"]),
    "th": ("ก ข ค ง จ ช ด ต ท น บ ป ม ร ล ว ส ห".split(), ["า", "ี", "ู", "อ", "ิน", "ัน", "้า"]),
    "yo": ("b d f g k l m n r s ṣ t w y gb".split(), ["a", "ẹ́", "ọ̀", "í", "ú", "ẹ̀", "ó", "è"]),
    "ar": ("ب ت ج ح خ د ر ز س ش ص ط ع ف ق ك ل م ن ه".split(), ["", "ا", "و", "ي", ""]),
    "he": ("א ב ג ד ה ז ח ט י ל מ נ ס ע פ ק ר ש ת".split(), ["", "ו", "י", ""]),
}
HANZI = ("合作伙伴儿童权利报告工作培训会议学校支持社会组织国际保护司法教育发展项目资金成果风险计划参与代表委员经济文化"
         "健康家庭青年妇女平等公正海洋森林河流城市乡村桥梁光明希望信任历史未来技术研究调查统计分析方法过程资源环境能源")
LETTERS = {"ru": "БВГДЖЗКЛМНПРСТФЦЧШЭЮЯ", "ar": "بتجحدرزسشصطعفقكلمن", "he": "אבגדהוזחטילמנסעפקרשת"}
RIGHT_TO_LEFT = {"ar", "he"}
UNSPACED = {"zh", "th"}

# What stands among words now and then, and has broken typesetters before.
ODDITIES = ("C++", "C#", "AT&T", "R&D", "½", "m²", "20 °C", "№ 7", "1 000", "3–5", "“quoted”", "‘so’", "…", "§ 12", "50 %", "→",
            "co\u00adope\u00adra\u00adtion", "Łódź", "Öğrenci", "Ș", "naïve", "ﬁn", "e\u0301te\u0301", "A\u030angstro\u0308m", "O’Neill")
MARKUP = ("a < b", "<b>", "&amp;", "*so*", "_so_", "`x`", "[x](y)", "# 1", "$x$", "\\x", "~~x~~", "^x^", "{{x}}", "--", "|",
          "http://a.example/c")  # of other formats, which are plain words here
EMOJI = ("☎", "✓", "★", "♥")  # those that text fonts have
SAMPLES = {"ar": "حقوق الطفل", "he": "זכויות הילד", "hi": "बाल अधिकार", "th": "สิทธิเด็ก", "zh": "儿童权利", "ru": "права ребёнка",
           "yo": "ẹ̀tọ́ ọmọdé", "el": "δικαιώματα", "ja": "子どもの権利", "ko": "아동 권리", "vi": "quyền trẻ em"}


def languages_with_words():
    return sorted(file.stem for file in WORDS.glob("*.xml"))


def known_to_the_program():
    """The text of all of the program's own words and schemas, which travel inside PDFs whoever reads them."""
    files = [*WORDS.glob("*.xml"), *WORDS.parent.glob("*.xml"), *(WORDS.parents[1] / "schema").glob("*.xsd")]
    return "\n".join("".join(ElementTree.parse(file).getroot().itertext()) for file in files)


class Vocabulary:
    def __init__(self, random):
        self.random = random
        self.taken = set()  # stretches of letters of coined words: no two share one, so that none is found in another

    def _take(self, word, stretch):
        stretches = {word[at:at + stretch] for at in range(max(1, len(word) - stretch + 1))}
        if len(word) < stretch or stretches & self.taken:
            return False
        self.taken |= stretches
        return True

    def coin(self, language, syllables=(2, 5)):
        """A new word that reads as one of the language: at least six letters, so that no other word holds it by chance."""
        random = self.random
        while True:
            if language == "zh":
                word = "".join(random.choice(HANZI) for _ in range(random.randint(4, 7)))
            else:
                onsets, vowels = LATIN.get(language, LATIN["en"])
                word = "".join(random.choice(onsets) + random.choice(vowels) for _ in range(random.randint(*syllables)))
            if self._take(word, 4 if language == "zh" else 6):
                return word

    def acronym(self, language):
        """Unique as well."""
        random = self.random
        while True:
            letters = LETTERS.get(language, "ABCDEFGHIKLMNOPRSTUVWZ")
            word = "".join(random.choice(letters) for _ in range(random.randint(4, 6)))
            if random.random() < 0.15 and language not in LETTERS:
                word = random.choice(("É", "Ł", "Ö", "Ș", "Ñ")) + word
            if word not in self.taken:
                self.taken.add(word)
                return word

    def words(self, language, count):
        """Half of them coined, the first and the last among them."""
        common = COMMON.get(language, COMMON["en"]).split()
        made = []
        for at in range(count):
            is_coined = at in (0, count - 1) or self.random.random() < 0.4
            if language == "zh":
                made.append(self.coin("zh"))
            else:
                made.append(self.coin(language) if is_coined else self.random.choice(common))
        return made

    def join(self, language, words):
        return ("" if language in UNSPACED else " ").join(words)

    def sentence_end(self, language):
        return {"zh": "。", "hi": "।", "th": ""}.get(language, ".")

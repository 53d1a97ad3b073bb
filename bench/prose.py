"""English about partnerships that never were: sentences with places in braces, and the words that fill them.

What stands between underscores is a title, printed in italics. All bodies, programmes and reports here are invented.
"""


def choices(text):
    return [" ".join(choice.split()) for choice in text.split("|")]


WORDS = {
    "theme": choices("""juvenile justice|birth registration|alternative care|the prevention of child labour|inclusive schooling|
        child participation|protection on the move|online safety|legal aid for children|restorative justice|
        the monitoring of detention|early childhood|disability rights|the right to play|family reunification|
        the abolition of corporal punishment|access to remedies|mental health|nutrition in schools|
        the protection of witnesses|child-friendly budgeting|fair recruitment|climate and childhood|
        the rights of street children|statelessness|adolescent health"""),
    "group": choices("""children in conflict with the law|girls who work in other people’s homes|unaccompanied minors|
        children whose parents are in prison|young people leaving care|children with disabilities|
        boys recruited into armed groups|indigenous communities|families in informal settlements|
        pupils who have left school early|children born across a border|young mothers|adolescents in detention|
        survivors of trafficking|seasonal workers and their children|refugee families|children living in the street|
        victims of violence at home"""),
    "people": choices("""magistrates|social workers|police officers|prison staff|teachers|paralegals|interpreters|
        public defenders|community leaders|paediatric nurses|labour inspectors|probation officers|local councillors|
        journalists|youth delegates|lawyers|school inspectors|ombudspersons|border guards|volunteers"""),
    "place": choices("""the Andean countries|Central America|the Great Lakes region|the western Balkans|the Mekong basin|
        the southern Mediterranean|West Africa|the Caribbean|the Horn of Africa|Central Asia|the Baltic states|
        the Pacific islands|southern Africa|the Levant|northern Europe|the Amazon basin|the Sahel|South Asia|
        the Danube countries|the Gulf of Guinea"""),
    "city": choices("""Geneva|Bogotá|Dakar|Freetown|Brussels|Cotonou|Montevideo|La Paz|Nairobi|Amman|Tbilisi|Hanoi|Québec|
        Lisbon|Kraków|Ljubljana|Valparaíso|Lomé|Kathmandu|Rabat|Vienna|Asunción|Tallinn|Kigali|Suva|Córdoba|
        Antananarivo|Göteborg|Skopje|Windhoek"""),
    "output": choices("""handbook|curriculum|register of complaints|set of indicators|model law|toolkit|directory of services|
        film|travelling exhibition|database of judgments|helpline|code of conduct|series of case studies|glossary|
        training module|shadow report|guide for parents|newsletter in four languages"""),
    "title": choices("""Before the Bench|A Place at the Table|What the Walls Heard|Counting Every Child|The Long Way Home|
        No Small Matter|Out of Sight|Listening as a Duty|Rights within Reach|From Promise to Practice|
        The Age of Responsibility|Behind the Numbers|A Door Left Open|Growing Up in Custody|First Words"""),
    "activity": choices("""training {people}|documenting unlawful detention|drafting amendments to the children’s act|
        accompanying {group}|reviewing individual complaints|running a summer school|comparing court statistics|
        mapping local services|briefing parliamentary committees|visiting closed institutions|
        translating the Convention’s general comments|preparing submissions to the treaty bodies|
        mediating between schools and parents|publishing an annual index|advising municipal councils|
        testing interview rooms designed for children|gathering testimonies|following cases through appeal"""),
    "virtue": choices("""patience|independence|thoroughness|discretion|persistence|a command of detail|good humour|
        technical rigour|candour|a long memory|fairness|practical sense"""),
    "obstacle": choices("""chronic understaffing|a change of government|uneven record-keeping|long distances|
        the absence of reliable statistics|contradictory legislation|mistrust between services|inflation|
        a backlog of several thousand files|the closure of two regional offices|slow ratification|
        shortages of interpreters|the rainy season|prolonged states of emergency"""),
    "effect": choices("""the average stay in pre-trial detention fell by {few} weeks|{many} children saw a lawyer within a day|
        two districts rewrote their procedures|the ministry reopened its consultation|
        {few} municipalities adopted the recommendations word for word|separate hearings became the rule|
        complaints rose, which everybody took as a sign of confidence|the appeal court quoted the findings at length|
        a permanent budget line replaced the pilot grant|{many} {people} asked for a second course|
        the parliamentary inquiry borrowed most of its questions from it|local radio took up the subject"""),
    "few": choices("two|three|four|five|six|seven|eight|nine|eleven|twelve"),
    "many": choices("140|212|260|318|395|430|512|640|780|915|1,050|1,240|2,300"),
    "share": choices("a quarter|a third|nearly half|just over half|two thirds|three quarters|almost all"),
    "season": choices("""each spring|every second autumn|twice a year|in the week of the Convention’s anniversary|every quarter|
        after each session of the Committee|whenever a member asks for it|once the school year has ended"""),
    "organ": choices("""steering group|general assembly|working group on {theme}|secretariat|programme committee|
        panel of independent experts|advisory board|drafting committee|network of correspondents"""),
    "month": choices("""January|February|March|April|May|June|July|August|September|October|November|December"""),
}

MANDATE = [
    "{name} brings together {many} organisations from {place} that share a concern for {theme}.",
    "Founded in {city} by a handful of {people}, {name} has grown into one of the better-known voices on {theme}.",
    "{name} coordinates research, advocacy and practical help for {group} in {place}.",
    "Most of what {name} does concerns {theme}, and within it the situation of {group}.",
    "For governments in {place}, {name} is the first address when questions of {theme} arise.",
    "{name} describes itself as a meeting place: {people}, {people} and representatives of {group} sit at the same table.",
]
MANDATE_MORE = [
    "Its {organ} meets {season}, usually in {city}, and publishes its minutes within a fortnight.",
    "About {share} of its income comes from membership fees; the remainder is raised project by project.",
    "It is respected for its {virtue} and, where interests collide, for its {virtue}.",
    "The study _{title}_, which it published together with {people} from {place}, remains a standard reference.",
    "It works through national chapters, so that {activity} looks different in {city} than it does in {city}.",
    "Members undertake to report on {theme} {season}; those that don’t are reminded publicly.",
    "Notwithstanding {obstacle}, it has kept its offices in {city} and {city} open throughout.",
    "Its statutes reserve {few} seats for {group}, who are elected by their peers rather than appointed.",
    "Besides {activity}, it maintains a {output} which is consulted far beyond its own membership.",
    "Observers from {place} attend without a vote, an arrangement that has proved unexpectedly fruitful.",
]
RELATION = [
    "Rapporteur Foundation joined in {year}, at first as an observer, and has taken part in every meeting since.",
    "The relationship rests on an exchange of letters signed in {city} in {year} and renewed without interruption.",
    "Since {year} the Foundation has contributed to the {organ}, where it speaks on {theme}.",
    "What began in {year} as an informal exchange between {people} is today a partnership with obligations on both sides.",
    "The Foundation was admitted in {year} on the strength of its experience in {activity}.",
]
RELATION_MORE = [
    "It is represented by one of its {people}, who reports back to the board {season}.",
    "Both sides may terminate the arrangement with {few} months’ notice; neither has ever considered doing so.",
    "The Foundation’s particular responsibility is {activity}, for which it answers to the {organ}.",
    "Decisions are taken by consensus, which demands {virtue} but has prevented more than one misunderstanding.",
    "An evaluation carried out in {month} {year} praised the cooperation for its {virtue} and recommended simpler reporting.",
    "In return it receives early drafts, access to the {output}, and an invitation to the annual conference in {city}.",
    "Differences of opinion, notably about {theme}, are recorded instead of being smoothed over.",
    "The Foundation pays no contribution, but lends the expertise of its {people} for {few} weeks a year.",
    "It has declined, on principle, to take part in discussions of funding from which it might itself benefit.",
    "When {obstacle} threatened the programme, the two organisations shared an office in {city} for {few} months.",
]
WORK = [
    "Together the two organisations spent much of the past year {activity} in {place}.",
    "The most visible result of the cooperation is a {output} for {people}, first presented in {city} in {month} {year}.",
    "Joint work has concentrated on {theme}, more precisely on {activity}.",
    "A mission to {place} in {month} {year} combined {activity} with interviews among {group}.",
    "Under a common programme for {group}, teams from {city} and {city} have been {activity}.",
]
WORK_MORE = [
    "Within {few} months {effect}.",
    "Despite {obstacle}, {effect}.",
    "A second phase, devoted to {activity}, is being prepared with {people} from {place}.",
    "The findings appeared as _{title}_ and were discussed {season} with representatives of {group}.",
    "Altogether {many} {people} took part, {share} of them for the first time.",
    "Where the first attempt had foundered on {obstacle}, the second profited from the {virtue} of local {people}.",
    "It also showed that {activity} costs considerably less than detention, a comparison that convinced even sceptical ministries.",
    "Interpreters were found for {few} languages, and an abridged, illustrated version was written by {group} themselves.",
    "An independent review concluded that {effect}, although the effects on {theme} will take longer to measure.",
    "Not everything succeeded: a planned {output} was abandoned after {obstacle} had made it impracticable.",
    "Correspondence with {people} continues, and {few} further requests for assistance are under consideration.",
]
RIGHTS = [
    "Nominate {people} for the {organ}",
    "Place items concerning {theme} on the agenda",
    "Receive confidential drafts {season}",
    "Speak on behalf of {group}",
    "Take part in missions to {place}",
    "Comment on the {output} before it is published",
    "Use the meeting rooms in {city} free of charge",
    "Propose amendments to the rules of procedure",
    "Consult the archives, including unpublished material on {theme}",
    "Send observers to hearings in {city}",
    "Call an extraordinary meeting together with {few} other members",
    "Submit written statements, which are circulated without alteration",
]
LEADS = [
    "With {name} the Foundation works on {theme}, above all by {activity}.",
    "{name} and the Foundation have stood up for {group} in {place} since {year}.",
    "The Foundation has its say in the {organ} of {name} and helps it by {activity}.",
    "From {city}, {name} opens doors in {place}; the Foundation brings its knowledge of {theme}.",
]
ROLES = [
    "Member of the {organ}", "Observer, speaking on {theme}", "Adviser on {theme}",
    "Partner in {activity}", "Seat in the {organ}", "Correspondent in {city}",
]
INTRODUCTION = [
    "This report describes the partnerships of an organisation that exists in this benchmark only. Its partners, their "
    "programmes and their publications are invented, sentence by sentence, by a generator of words; what is true of it is "
    "the proportion of text, tables and lists, which is that of a report such as non-governmental organisations print "
    "every year for their members, their donors and themselves.",
    "Every partner has a section of about a page. It opens with what matters most, gives the particulars in a table, tells "
    "in three paragraphs what the partner is, how the two are related and what they do together, and ends with what the "
    "relationship allows. The same words, in the same order, are given to every program that is compared.",
]

NAME_FIRST = choices("""International|Regional|Inter-American|Pan-African|European|Mediterranean|Nordic|Andean|Caribbean|Asian|
    Independent|Joint|Permanent|World|Transatlantic|Baltic|Francophone|Iberian|Civil Society|Universal|Alpine|
    Lusophone|Adriatic|Pacific|Ibero-American|Danube|Sahelian|Central Asian""")
NAME_BODY = choices("""Council|Coalition|Network|Observatory|Federation|Institute|Forum|Alliance|Commission|Platform|Bureau|
    Association|Conference|League|Centre|Panel|Union|Assembly|Partnership|Foundation|Initiative""")
NAME_CAUSE = choices("""on Juvenile Justice|for Children’s Rights|on Violence against Children|for Birth Registration|
    on Child Labour|for Inclusive Education|on Detention and Alternatives|for Children on the Move|on Family Law|
    for Legal Empowerment|on Early Childhood|for Young People in Care|on Trafficking|for Child Participation|
    on Digital Childhoods|for Restorative Practice|on Adolescent Health|for Stateless Children|on Access to Justice|
    for the Abolition of Corporal Punishment|on Children and Climate|for Safe Schools|on Disability and Childhood""")

"""LuaLaTeX's source, with microtype."""

import report as words
from report import runs

SPECIAL = {"&": r"\&", "%": r"\%", "#": r"\#", "$": r"\$", "{": r"\{", "}": r"\}", "~": r"\textasciitilde{}", "\\": r"\textbackslash{}"}

PREAMBLE = r"""\documentclass[twoside]{article}
\usepackage[paperwidth=595.276bp,paperheight=841.89bp,inner=96bp,outer=120bp,top=84bp,bottom=102bp,headsep=20bp,footskip=30bp]{geometry}
\usepackage[british]{babel}
\usepackage{fontspec}
\setmainfont{EBGaramond12-Regular.otf}[Path=@FONTS@,ItalicFont=EBGaramond12-Italic.otf,Numbers=OldStyle]
\newfontfamily\sans{Inter-Regular.otf}[Path=@FONTS@,BoldFont=Inter-SemiBold.otf]
\newfontfamily\display{InterDisplay-SemiBold.otf}[Path=@FONTS@]
\usepackage{microtype}
\usepackage{longtable,booktabs}
\usepackage[unicode,hidelinks,pdftitle={@TITLE@},pdfauthor={@HOLDER@}]{hyperref}
\newcommand\body{\fontsize{11.5bp}{15bp}\selectfont}
\setlength\parindent{15bp}
\setcounter{secnumdepth}{0}
\setcounter{tocdepth}{1}
\widowpenalty=10000 \clubpenalty=10000
\makeatletter
\renewcommand\section{\clearpage\@startsection{section}{1}{0pt}{0pt}{12bp}{\raggedright\display\fontsize{21bp}{25bp}\selectfont}}
\renewcommand\subsection{\@startsection{subsection}{2}{0pt}{-12bp}{3bp}{\sans\bfseries\fontsize{10.5bp}{15bp}\selectfont}}
\makeatother
\newcommand\facts{\sans\fontsize{8.5bp}{12bp}\selectfont}
\begin{document}
\body
"""


def write(report, folder, fonts):
    preamble = PREAMBLE
    for slot, value in {"@FONTS@": f"{fonts}/", "@TITLE@": words.TITLE, "@HOLDER@": words.HOLDER}.items():
        preamble = preamble.replace(slot, value)
    source = folder / "report.tex"
    with source.open("w", encoding="utf-8") as out:
        out.write(preamble)
        out.write(f"{{\\display\\fontsize{{44bp}}{{48bp}}\\selectfont {words.TITLE}\\par}}\n"
                  f"{{\\sans {words.SUBTITLE} · {words.YEAR}\\par {words.HOLDER}}}\n")
        out.write("\\clearpage\n{\\fontsize{12bp}{15bp}\\selectfont\\tableofcontents}\n\\section{Introduction}\n\\body\n")
        out.write("\n\n".join(_text(paragraph) for paragraph in report.introduction))
        out.write("\n" + _glance(report))
        for partner in report.partners:
            out.write(_partner(partner))
        out.write("\\end{document}\n")
    return source


def _plain(text):
    return "".join(SPECIAL.get(character, character) for character in text)


def _text(text):
    return "".join(rf"\emph{{{_plain(run)}}}" if italic else _plain(run) for run, italic in runs(text))


def _glance(report):
    rows = "\n".join(rf"\hyperref[{partner.id}]{{{partner.acronym}}} & {words.RELATIONSHIPS[partner.relationship]} & "
                     rf"{partner.since} & {_text(partner.role)} \\" for partner in report.partners)
    return rf"""\section{{Partners at a glance}}
{{\facts
\begin{{longtable}}{{@{{}}p{{60bp}}p{{80bp}}p{{40bp}}p{{165bp}}@{{}}}}
\toprule \textbf{{Partner}} & \textbf{{Relationship}} & \textbf{{Since}} & \textbf{{Role of {words.HOLDER_ACRONYM}}} \\ \midrule \endhead
\bottomrule \endfoot
{rows}
\end{{longtable}}}}
"""


def _partner(partner):
    facts = "\n".join(rf"\textbf{{{_plain(name)}}} & {_plain(value)} \\" for name, value in partner.facts())
    rights = "\n".join(rf"\item {_text(right)}" for right in partner.rights)
    return rf"""
\section{{{_plain(partner.heading())}}}\label{{{partner.id}}}
{{\noindent\itshape\fontsize{{13bp}}{{17bp}}\selectfont {_text(partner.lead)}\footnote{{{_text(partner.note())}}}\par}}
\medskip
{{\facts\noindent\begin{{tabular}}{{@{{}}p{{90bp}}p{{270bp}}@{{}}}}
{facts}
\end{{tabular}}\par}}
\subsection{{{words.MANDATE}}}
{_text(partner.mandate)}
\subsection{{{words.RELATIONSHIP}}}
{_text(partner.relation)}
\subsection{{{words.RIGHTS}}}
\begin{{itemize}}
{rights}
\end{{itemize}}
\subsection{{{words.WORK}}}
{_text(partner.work)}
"""

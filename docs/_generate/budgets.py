"""The budgets (限度) of readers, each read from the constant that holds it, so the page can't be out of date."""

from __future__ import annotations

from importlib import import_module

from .markdown import code, table

MB = 1024 * 1024

# module below govreport, constant, how it is counted, what it limits, what happens beyond it
BUDGETS: tuple[tuple[str, str, str, str, str], ...] = (
    ("api", "MAX_BYTES", "MB", "任何文件 any file", "`BudgetError`；可用 `max_bytes=` 放宽"),
    (
        "formats.package",
        "MAX_BYTES",
        "MB",
        "DOCX、OFD：要读的部分解压后合计 parts of a package, unpacked",
        "`BudgetError`",
    ),
    ("formats.package", "MAX_RATIO", "倍", "　压缩比（解压后 4 MB 起算） ratio", "`BudgetError`"),
    ("formats.package", "MAX_MEMBERS", "个", "　文件数 members", "`BudgetError`"),
    ("formats.safe_xml", "MAX_TAGS", "个", "XML（DOCX、OFD、AKN 的一个部分）：标签 tags", "`BudgetError`"),
    ("formats.safe_xml", "MAX_ATTRIBUTES", "个", "　属性 attributes", "`BudgetError`"),
    ("formats.safe_xml", "MAX_DEPTH", "层", "　嵌套 nesting", "`BudgetError`"),
    (
        "formats.cells",
        "MAX_CELLS",
        "格",
        "表格：格数，合并单元格展开后 cells, merged ones written out",
        "`BudgetError`",
    ),
    ("formats.cells", "MAX_CHARS", "字", "　字数 characters", "`BudgetError`"),
    ("formats.html.reader", "MAX_TAGS", "个", "网页：标签 tags", "`BudgetError`"),
    ("formats.html.reader", "MAX_ATTRIBUTES", "个", "　一个标签的属性 attributes of one", "`BudgetError`"),
    (
        "formats.spans",
        "MAX_COLSPAN",
        "列",
        "　一格的宽 columns of a cell",
        "按 1 000 列读，同浏览器 read as so many",
    ),
    ("formats.docx.table", "MAX_SPAN", "列", "DOCX：一格的宽 columns of a cell", "按 63 列读，同 Word read as so many"),
    (
        "formats.docx.places",
        "MAX_PAIRS",
        "对",
        "　原位修复时逐行对照 lines laid side by side by `fix`",
        "不能对上的地方不修 what isn't found is not edited",
    ),
    ("formats.json_format", "MAX_BYTES", "MB", "JSON：字节 bytes", "`BudgetError`"),
    ("formats.json_format", "MAX_DEPTH", "层", "　嵌套 nesting", "`BudgetError`"),
    ("formats.json_format", "MAX_OBJECTS", "个", "　对象 objects", "`BudgetError`"),
    ("formats.pdf.reader", "MAX_PAGES", "页", "PDF：页 pages", "`BudgetError`"),
    ("formats.pdf.reader", "MAX_CHARS", "字", "　字 characters", "`BudgetError`"),
    (
        "formats.pdf.inflation",
        "RATIO",
        "倍",
        "　一个数据流的压缩比（400 万字节起算） ratio of a stream",
        "`BudgetError`",
    ),
    (
        "formats.pdf.paths",
        "MAX_OBJECTS",
        "个",
        "　一页的图元，找框线时 objects of a page, for its rules",
        "不找表格，文字照读 no tables, text is read",
    ),
    ("formats.pdf.paths", "MAX_SEGMENTS", "段", "　一页的线段 segments of a page", "同上 the same"),
    (
        "formats.pdf.paths",
        "MAX_DEPTH",
        "层",
        "　图元的层数 forms within forms",
        "更深的线不看 deeper lines are left out",
    ),
    (
        "formats.pdf.clips",
        "MAX_OBJECTS",
        "个",
        "　一页的图元，找裁剪时 objects of a page, for what is clipped",
        "当作都看得见 all taken as shown",
    ),
    (
        "formats.pdf.clips",
        "MAX_PATHS",
        "条",
        "　裁剪区的路径 paths of a clipped area",
        "更多的不看 more are not looked at",
    ),
    ("formats.pdf.clips", "MAX_SEGMENTS", "段", "　一条路径的段 segments of one", "该路径不看 it is not looked at"),
    (
        "formats.pages.rulings",
        "MAX_RULES",
        "条",
        "PDF、OFD：一页的框线 rules of a page",
        "不找表格，文字照读 no tables, text is read",
    ),
    ("formats.pages.grid", "MAX_SIDE", "", "　一张表的行数、列数 rows and columns of a table", "同上 the same"),
    ("formats.pages.grid", "MAX_FRAMES", "张", "　一页的表 tables of a page", "同上 the same"),
    ("formats.ofd.document", "MAX_PAGES", "页", "OFD：页 pages", "`BudgetError`"),
    ("formats.ofd.document", "MAX_SAME", "页", "　同一个文件当作几页 one file as so many pages", "`BudgetError`"),
    ("formats.ofd.content", "MAX_CHARS", "字", "　字 characters", "`BudgetError`"),
    ("formats.ofd.content", "MAX_OBJECTS", "个", "　图元 objects", "`BudgetError`"),
    (
        "formats.ofd.content",
        "MAX_FORMS",
        "个",
        "　模板放到各页上的字 characters that templates put on pages",
        "`BudgetError`",
    ),
    (
        "formats.ofd.content",
        "MAX_AGAIN",
        "个",
        "　复合图元、重复引用的页里的字和图元 of compound graphics and pages named again",
        "`BudgetError`",
    ),
    (
        "formats.ofd.content",
        "MAX_DEPTH",
        "层",
        "　复合图元的层数 graphics within graphics",
        "更深的不读 deeper ones are left out",
    ),
    ("formats.ofd.content", "MAX_RULES", "条", "　一页的线 lines of a page", "不找表格 no tables"),
    (
        "formats.ofd.content",
        "MAX_GROUNDS",
        "块",
        "　一页的底色 coloured areas of a page",
        "更多的不看 more are not looked at",
    ),
    ("formats.ofd.tags", "MAX_TAGS", "条", "　语义标引 tags", "更多的不读 more are not read"),
    ("formats.akn.hierarchy", "MAX_LEVELS", "层", "AKN：写出的层次 levels written", "`BudgetError`，请改存 JSON"),
    ("formats.office", "SECONDS", "秒", "DOC、WPS、RTF：LibreOffice 的时间 time of LibreOffice", "停止，`FormatError`"),
    ("formats.office", "LARGEST", "MB", "　写出的文件 what it may write", "停止，`FormatError`"),
    (
        "language.numerals",
        "LONGEST",
        "字",
        "一个数的长度 digits of a number",
        "不当作数字，文字照旧 it is no number, the text stays",
    ),
    (
        "compare.words",
        "MOST",
        "",
        "逐词比较：两段的词数之积 pairs of words of two texts",
        "整段比较 compared as wholes",
    ),
    (
        "compare.align",
        "BROOD",
        "节",
        "逐个对照的下级节数 children compared each with each",
        "按共有的词找 found by their words",
    ),
    ("check.fixes", "ROUNDS", "轮", "修复的轮数 rounds of `fix`", "停下，写出已修的 what was done is kept"),
    (
        "check.result",
        "LONGEST",
        "字",
        "`check` 显示的一行 a line shown by `check`",
        "只显示所指的附近 the part around a finding",
    ),
    (
        "batch.archives",
        "MAX_MEMBERS",
        "个",
        "批量的压缩包：文件数 files in an archive of a batch",
        "记入 `errors`",
    ),
    ("batch.archives", "MAX_UNPACKED", "MB", "　解压后合计 all of them, unpacked", "同上，`errors`"),
    (
        "batch.running",
        "LIMIT",
        "秒",
        "批量：一份文件的时间 time of a document",
        "结束该进程，记入 `errors`（`--timeout`）",
    ),
    ("batch.running", "MEMORY", "MB", "　一个进程的内存 memory of a worker", "同上，`errors`"),
)


def value(module: str, constant: str, unit: str) -> str:
    """A budget as one reads it.

    >>> value("formats.pdf.reader", "MAX_PAGES", "页")
    '5 000 页'
    """
    number = getattr(import_module(f"govreport.{module}"), constant)
    if unit == "MB":
        number //= MB
    said = f"{number:,}".replace(",", " ") if isinstance(number, int) else f"{number:g}"
    return f"{said} {unit}".strip()


def budgets() -> str:
    """A row for each budget, with the constant that holds it."""
    rows = [
        (said, value(module, constant, unit), beyond, code(f"{module}.{constant}"))
        for module, constant, unit, said, beyond in BUDGETS
    ]
    return table(("什么 what", "上限 limit", "超过时 beyond it", "在 `govreport` 里 in the code"), rows)

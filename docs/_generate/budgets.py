"""The budgets (限度) of readers, each read from the constant that holds it, so the page can't be out of date."""

from __future__ import annotations

from importlib import import_module

from .markdown import code, table

MB = 1024 * 1024

# module below govreport, constant, how it is counted, what it limits
BUDGETS: tuple[tuple[str, str, str, str], ...] = (
    ("api", "MAX_BYTES", "MB", "任何文件（`max_bytes=`） any file"),
    ("formats.package", "MAX_BYTES", "MB", "DOCX、OFD 要读的部分解压之后合计 parts of a package, unpacked"),
    ("formats.package", "MAX_RATIO", "×", "压缩比（大的部分） how many times larger than packed"),
    ("formats.package", "MAX_MEMBERS", "", "压缩包里的文件 files in a package"),
    ("formats.safe_xml", "MAX_TAGS", "", "一个 XML 的标签 tags of one XML document or part"),
    ("formats.safe_xml", "MAX_ATTRIBUTES", "", "一个 XML 的属性 attributes of one"),
    ("formats.safe_xml", "MAX_DEPTH", "层", "XML 嵌套 nesting of XML"),
    ("formats.cells", "MAX_CELLS", "", "表格的单元格，合并单元格展开之后 cells of tables, merged ones written out"),
    ("formats.cells", "MAX_CHARS", "字", "表格的文字，合并单元格展开之后 their characters"),
    ("formats.html.reader", "MAX_TAGS", "", "网页的标签 tags of a page"),
    ("formats.html.reader", "MAX_ATTRIBUTES", "", "网页一个标签的属性 attributes of one tag"),
    ("formats.json_format", "MAX_BYTES", "MB", "JSON（`max_bytes=` 放宽时） JSON"),
    ("formats.json_format", "MAX_DEPTH", "层", "JSON 嵌套 nesting of JSON"),
    ("formats.json_format", "MAX_OBJECTS", "", "JSON 的对象 objects of JSON"),
    ("formats.akn.hierarchy", "MAX_LEVELS", "层", "写成 Akoma Ntoso 的层次 levels written as Akoma Ntoso"),
    ("formats.pdf.reader", "MAX_PAGES", "页", "PDF"),
    ("formats.pdf.reader", "MAX_CHARS", "字", "PDF"),
    (
        "formats.pdf.inflation",
        "SOUND",
        "字节",
        "PDF 数据流：超过才看压缩比 a stream of PDF: larger ones",
    ),
    ("formats.pdf.inflation", "RATIO", "×", "PDF 数据流的压缩比 … may be so many times what is packed"),
    ("formats.ofd.document", "MAX_PAGES", "页", "OFD"),
    ("formats.ofd.content", "MAX_CHARS", "字", "OFD"),
    ("formats.ofd.content", "MAX_OBJECTS", "", "OFD 的图元 objects of OFD"),
    ("formats.office", "SECONDS", "秒", "LibreOffice 转换 DOC、WPS、RTF conversion by LibreOffice"),
    ("formats.office", "LARGEST", "MB", "LibreOffice 写出的文件 what LibreOffice may write"),
    ("batch.running", "LIMIT", "秒", "批量时的一份文件（`--timeout`） a document of a batch"),
    ("batch.running", "MEMORY", "MB", "批量时的一个进程（`memory=`） a worker of a batch"),
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
        (said, value(module, constant, unit), code(f"{module}.{constant}")) for module, constant, unit, said in BUDGETS
    ]
    return table(("什么 what", "上限 limit", "在 `govreport` 里 in the code"), rows)

"""Page chrome: words and lines that a web page or a printer put around the report. Data, one table a kind.

A line is furniture when one of the patterns matches it whole; the patterns are tried on short lines only.
"""

from __future__ import annotations

import re

SHORT = 60

BUTTONS = (
    "下载|打印|打印本页|全屏|收藏|加大|还原|减小|大|中|小|关闭|关闭窗口|返回顶部|首页|分享|分享到|分享到微信|微信|微博|QQ空间|"
    "新浪微博|全真版|文字版|文件下载|附件下载|相关链接|相关报道|相关文档|相关附件|相关新闻|相关阅读|相关解读|上一篇|下一篇|"
    "字体|字号|扫一扫在手机打开当前页|无障碍|繁体版|移动版|阅读模式|语音播报|您的位置|当前位置|您现在的位置|我要纠错|责任编辑|"
    "网站地图|联系我们|关于我们|设为首页|加入收藏|大中小|特大|false|true|Public domain|正文|无|目录"
)
PARTING = r"[：:\[\]【】（）()\s|>》]"
"""What stands between the buttons of a row: 【字号：大 中 小】 打印."""

RULES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("chrome", rf"[【\[]?(?:{BUTTONS})(?:{PARTING}+(?:{BUTTONS}))*{PARTING}*"),
        ("chrome", r"[\s>|×【】\[\]<→·•\-=＞》《/\u200b]+"),
        ("chrome", r"(?:当前位置|您的位置|您现在的位置|您当前的位置|您当前所在位置)[：:].*"),
        ("chrome", r"首页(?:[>/\-\s]|政务公开|政府信息公开|信息公开|新闻|要闻).*"),
        (
            "chrome",
            r"[》>]+点击.{0,20}[《<]*|点击(?:查看|进入|下载).{0,20}|(?:浏览|阅读|点击|访问)(?:量|次数|数)?[：:]?\s*\d*次?",
        ),
        ("chrome", r"(?:版权所有|网站标识码)[：:]\s?[^。；]*"),
        ("chrome", r"页面链接与图片.*|={4,}.{0,10}={4,}"),
        ("chrome", r"[0-9a-f]{32}[：:]?"),
        ("source-line", r"[（(]?(?:来源|稿源|信息来源|文章来源|稿件来源|摘自)[：:]\s?[^。；！]{0,30}[）)]?"),
        ("source-line", r"[（(]?(?:编辑|责编|责任编辑|作者|供稿|审核|校对|记者)[：:]\s?[^。；！]{0,20}[）)]?"),
        ("source-line", r"[（(]?(?:本报|通讯员|记者)+\s[\u4e00-\u9fff]{2,4}(?:\s[\u4e00-\u9fff]{2,4})*[）)]?"),
        (
            "source-line",
            r"(?:(?:发布|更新|发表)?(?:时间|日期)[：:]\s?)?\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2}日?\s?\d{1,2}[:：时]\d{1,2}(?:[:：分]\d{1,2}秒?|分)?",
        ),
        ("source-line", r"(?:发布|更新|发表)?(?:时间|日期)[：:]\s?(?:\d{4}.{0,46})?"),
        ("source-line", r"[（(]?(?:新华社|《人民日报》).{0,30}[）)电]"),
        ("caption", r".{0,48}(?:摄|供图|图片?[:：].{0,12})[）)]?"),
        ("caption", r"[^，；]{2,30}作《?政府工作报告》?。?"),
        (
            "page-number",
            r"[—―－\-–·\s]+\d{1,4}[—―－\-–·\s]+|第\s?\d{1,4}\s?页(?:[，,\s/]*共\s?\d{1,4}\s?页)?|\d{1,3}\s?/\s?\d{1,3}",
        ),
        ("contents", r".{2,60}?[.…．·]{4,}\s*\d{0,4}"),
    )
)

TAIL = re.compile(
    r"[【\[》>]*(?:相关(?:报道|文档|附件|链接|新闻|阅读|解读)|打印本页|扫一扫(?:在手机打开当前页)?|责任编辑|收藏|上一篇|下一篇|附件下载)"
    r"(?:[：:>》】\])）\s][^。]*)?"
    r"|(?:本|此)作品(?:是|在).{0,20}(?:共和国|版权|公有领域|美国).*|》》点击图片.*|Public domain.*"
)
"""What the first line of the residue behind a report is: a word of the page alone or with what it links to, or a
licence; `residue` decides whether all that follows goes with it. Prose may open with the same words."""

LABELS = (
    r"索\s?引\s?号|主题分类|主题词|组配分类|体裁分类|发文机关|发文机构|发布机构|公开机构|制发机关|成文日期|生成日期|发布日期|公开日期|发布时间|"
    r"标\s{0,2}题|名\s{0,2}称|发文字号|文\s{0,2}号|有\s?效\s?性|公开方式|公开范围|公开时限|来源|时间|栏目|原文链接|本地目录|信息来源|信息名称|"
    r"信息分类|废止日期|失效日期|生效日期|服务对象|关键词|浏览次数|发文日期|内容概述|公开形式|责任部门"
)
LABEL = re.compile(rf"({LABELS})[ \u00a0]?[：:]")
LABELLED = re.compile(
    rf"[\[【|•][\[【|•\s]{{0,3}}({LABELS})\s?[\]】|：:][\]】|：:\s]{{0,3}}(.*)|({LABELS})[ \u00a0]?[：:][ \u00a0]*(.*)"
)
"""A line of page data: 发文字号：…, also ［索引号］ …, | 索引号 | … and • 发文日期：…; `labelled` reads it."""


def labelled(text: str) -> tuple[str, str] | None:
    """Label and value of a line of page data, or None.

    >>> labelled("| 索引号 | A01-2023"), labelled("发文字号：某政发〔2023〕4号"), labelled("名称不详")
    (('索引号', 'A01-2023'), ('发文字号', '某政发〔2023〕4号'), None)
    """
    found = LABELLED.fullmatch(text)
    if found is None:
        return None
    label, value = (found[1], found[2]) if found[1] else (found[3], found[4])
    return re.sub(r"\s", "", label), value.strip(" |\t\u00a0")


_ANY = re.compile("|".join(f"(?P<k{i}>{pattern.pattern})" for i, (_, pattern) in enumerate(RULES)))


def furniture_kind(text: str) -> str | None:
    """The kind of furniture that a trimmed line is, or None.

    >>> [furniture_kind(t) for t in ("【字号：", "来源：某某日报", "— 12 —", "各位代表！")]
    ['chrome', 'source-line', 'page-number', None]
    """
    if len(text) > SHORT:
        return None
    found = _ANY.fullmatch(text)
    return RULES[int((found.lastgroup or "k0")[1:])][0] if found else None

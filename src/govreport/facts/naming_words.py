"""The words that lie around names: time and adverbs before them, verbs that take them, predicates before the number.

The sets are data, in `naming.toml`; the patterns here span several words.
"""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

_WORDS = {
    name: frozenset(words.split())
    for name, words in tomllib.loads(files(__package__).joinpath("naming.toml").read_text("utf-8")).items()
}
HEADS = _WORDS["heads"]
VERBS = _WORDS["verbs"]
INNER_VERBS = VERBS - _WORDS["fluid_verbs"]
"""Verbs that part a subject from its object in the middle of a clause (区政府办受理政府信息公开申请17件)."""
CONTENT_VERBS = _WORDS["content_verbs"]
TAILS = _WORDS["tails"]
REFERENCES = _WORDS["references"]
HEAD_NOUNS = _WORDS["head_nouns"]
SUFFIXES = _WORDS["suffixes"]
GENERIC = _WORDS["generic"]
NOMINAL = _WORDS["nominal"]
STOPS_NAME = _WORDS["stops_name"]

YEAR = r"(?:(?:19|20)\d\d|[一二][九〇○零][一二三四五六七八九〇○零]{2})\s?年"

TIME = re.compile(
    rf"(?:到|至|从|自|在|截至|截止)?(?:{YEAR}(?:来|以来|底|末|初|间|度|全年|上半年|计划|预算)?(?:以前|以来|起)?|[去今上前当本同]年(?:以来|同期|年?[底末初]|[上下]半年|全年)?|[^，。；]{{0,6}}?(?:[年月季]底|年末|上半年|目前|日止|期间|以来)"
    r"|[一二两三四五六七八九十\d]+年(?:来|间|内|中|里|累计)?|“[一二三四五六七八九十]{1,2}五”(?:期间|时期|末|以来)?)"
)
"""A time at the beginning of a clause."""
TIMELY = re.compile("[年底前止间来”]")
"""A character of every such time."""

TAIL_TIME = re.compile(
    rf"(?:等于|相当于|截至|[比较由从自在到于为])?(?:{YEAR}(?:预算|计划)?|[去上今当本]年|上?年?同期|[前今]?[一两二三四五六七八九十]年|第[一二三四]季度|“[一二三四五六七八九十]{{1,2}}五”(?:期间|时期|同期)?)[底末初时]?(?:同期)?的?$"
    r"|(?:(?:计划|拟|共)安排|共收|(?:控制|保持|稳定|维持)在?|(?:(?<=占比)|(?<=比重)|(?<=[率额量数]))(?:达到?|为|至|到))$"
)
"""A time, or what a change is measured against, at the end of the text before a number."""

RANKED = re.compile(
    r"(?:跃居|稳居|位居|居于?|位列|列|名列|排名?|排在|位于|处于|保持|继续|连续\d*年?|蝉联)*(?:全国|全省|全市|全区|全县|世界|全球|亚洲|西部|中部|东部|东北|华东|长三角|国内|省内|同类[\u4e00-\u9fff]{0,4}|[\u4e00-\u9fff]{1,4}主产省|[\u4e00-\u9fff]{0,6}地区)?(?:同类[\u4e00-\u9fff]{0,6})?(?:单位)?(?:的|第)?$"
)
"""What stands between a name and its rank: 居全国."""

BUDGET_LINE = re.compile(r"([^（）“”\-]{2,})（\d*[类款项]）”?(?:科目)?$|[-—]([^-—“”]{2,})”科目$")
"""The last name of a budget line: 公共安全支出（类）司法（款）公共法律服务（项）."""

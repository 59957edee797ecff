"""Chinese as such, apart from reports: numerals (数字), dates (日期), words (分词), display width (字宽).

Each module stands alone; nothing heavy loads before the first call that needs it.
"""

"""What fuzzing starts from: small reports of our own in every format, each with much of what its reader knows."""

TEXTS = (
    "某县人民政府2023年法治政府建设情况报告\n某政发〔2024〕1号\n市人民政府：\n现将有关情况报告如下。\n一、工作情况\n"
    "（一）加强领导。一是建立台账12本；二是逐项销号，办结率95.5%，同比增长3.2个百分点。\n（三）公开结果。按《某县办事办法》逐项公开。\n"
    "二、存在问题\n1.个别窗口等候时间长。\n三、2024年工作安排\n开展宣讲20场以上，由县司法局牵头，年底前完成。\n"
    "某县人民政府\n2024年1月8日\n附件：1.清单\n",
    "政府工作报告\n——2024年1月5日在某县第一届人民代表大会第三次会议上\n县长　王某\n各位代表：\n现在，我代表县人民政府报告工作。\n"
    "第一部分 2023年工作回顾\n地区生产总值１２３.４亿元、约增长５．２％，粮食产量3.1万吨左右.  城镇新增就业3600余人\n"
    "第二部分 2024年工作\n地区生产总值增长5%左右。首先，改造小区20个。其次，新建学校2所。\n",
    "2022年政府信息公开工作年度报告\n一、总体情况\n本年新收政府信息公开申请12件。\n| 指标 | 数量 |\n| --- | --- |\n| 收件 | 12 |\n"
    "办结\t12\n二、\n三、名词解释\n1.便民点：办事的场所。\n— 1 —\n",
    "# 某局2021年工作总结\n\n## 一、总体情况\n\n**（一）抓好服务。**办理来信30件，比上年减少2件。\n\n> 引用\n\n1. 甲\n2. 乙\n",
    "某县2023年工作总结\n一、情况\n办件30件。\n二、2024年打算\n办件40件。\n====\n某县2024年工作总结\n二、情况\n办件41件。\n",
)
PAGE = (
    '<!DOCTYPE html><html><head><meta charset="utf-8"><meta name="PubDate" content="2023-01-05"><title>某局总结</title>'
    "<style>p{color:red}</style></head><body><div class=nav>首页</div><h1>某局工作总结</h1><ol start=3 type=a><li>甲<li>乙</ol>"
    "<table><caption>收件</caption><tr><th colspan=2 rowspan=2>指标<td>12<tr><td>&nbsp;&#19968;</table><pre>一、\n二、</pre>"
    "<p style='text-align:center'><b>一、总体情况</b><br>全年办结12件。<!-- c --><script>alert(1)</script></div></body></html>"
)
MAIL = (
    'From: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\n'
    "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\nContent-Location: http://a/\r\n\r\n"
    f"{PAGE}\r\n--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw==\r\n--b--\r\n"
)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LINK = '<Relationship Id="{0}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{0}" Target="{1}"/>'
LINKS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
WORD = {
    "_rels/.rels": LINKS.format(LINK.format("officeDocument", "word/document.xml")),
    "word/_rels/document.xml.rels": LINKS.format(
        "".join(LINK.format(name, f"{name}.xml") for name in ("styles", "numbering", "footnotes", "header"))
    ),
    "word/document.xml": f'<w:document {W} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<w:body><w:p><w:pPr><w:pStyle w:val="a"/><w:jc w:val="center"/><w:outlineLvl w:val="0"/></w:pPr><w:r><w:rPr><w:b/>'
    '</w:rPr><w:t>某局总结</w:t></w:r></w:p><w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    '<w:ins w:id="1"><w:r><w:t>总体情况</w:t><w:br/><w:tab/></w:r></w:ins><w:del w:id="2"><w:r><w:delText>旧</w:delText></w:r>'
    '</w:del><w:r><w:footnoteReference w:id="1"/><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>'
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType="separate"/>'
    '<w:t>1</w:t><w:fldChar w:fldCharType="end"/></w:r><w:fldSimple w:instr="eq \\o(○,3)"><w:r><w:t>x</w:t></w:r></w:fldSimple>'
    '</w:p><w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge '
    'w:val="restart"/></w:tcPr><w:p/></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>12</w:t></w:r></w:p></w:tc></w:tr></w:tbl>'
    '<w:sdt><w:sdtPr><w:tag w:val="标题"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:sdtContent></w:sdt>'
    '<w:sectPr><w:headerReference r:id="header"/></w:sectPr></w:body></w:document>',
    "word/styles.xml": f'<w:styles {W}><w:style w:styleId="a"><w:basedOn w:val="b"/><w:pPr><w:numPr><w:numId w:val="1"/>'
    '</w:numPr></w:pPr></w:style><w:style w:styleId="b"><w:rPr><w:rFonts w:eastAsia="黑体"/></w:rPr></w:style></w:styles>',
    "word/numbering.xml": f'<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1">'
    '<w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride></w:num></w:numbering>',
    "word/footnotes.xml": f'<w:footnotes {W}><w:footnote w:id="1"><w:p><w:r><w:t>注</w:t></w:r></w:p></w:footnote></w:footnotes>',
    "word/header.xml": f"<w:hdr {W}><w:p><w:r><w:t>页眉</w:t></w:r></w:p></w:hdr>",
}
PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Rotate 0/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
    b"4 0 obj<</Length 190>>stream\nq 1 0 0 1 0 0 cm BT /F 12 Tf 50 700 Td (1. Work) Tj 0 -20 Td <4142> Tj ET\n"
    b"50 600 200 40 re S 50 620 m 250 620 l S 150 600 m 150 640 l S BT /F 9 Tf 3 Tr 60 605 Td (12) Tj ET Q W n\nendstream endobj\n"
    b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>endobj\n"
    b"6 0 obj<</Length 66>>stream\nbegincmap 1 beginbfrange <41> <5a> <4e00> endbfrange endcmap\nendstream endobj\n"
    b"trailer<</Root 1 0 R/Size 7/Info<</Title(a)>>>>\n%%EOF"
)
RTF = rb"{\rtf1\ansi \u19968?\'d2\'bb}"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")

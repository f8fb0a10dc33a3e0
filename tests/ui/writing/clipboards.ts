// What programs put on the clipboard, in the shapes in which they do.

const wordItem = (place: 'First' | 'Middle' | 'Last', level: number, marker: string, words: string, list = 'l0') => `
<p class=MsoListParagraphCxSp${place} style='margin-left:${level * 36}.0pt;mso-add-space:auto;text-indent:-18.0pt;mso-list:${list} level${level} lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-fareast-font-family:Symbol;mso-bidi-font-family:Symbol'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;
</span></span></span><![endif]>${words}<o:p></o:p></p>`;

/** Word for Windows: its header, conditional comments, lists that are none, tracked changes, a comment, a picture. */
export const WORD = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=ProgId content=Word.Document><title>Ignore me</title>
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
<style><!-- p.MsoNormal, li.MsoNormal {margin:0cm; font-family:"Calibri",sans-serif;} @list l0 {mso-list-id:1;} --></style></head>
<body lang=EN-GB style='tab-interval:36.0pt;word-wrap:break-word'>
<!--StartFragment-->
<h1><a name="_Toc498700001"></a><span style='mso-bookmark:_Toc498700001'>Help and protection</span><o:p></o:p></h1>
<p class=MsoNormal>The front door is <b>safe</b> and <b style='mso-bidi-font-weight:normal'><i style='mso-bidi-font-style:
normal'>swift</i></b>; “thresholds” aren’t yet shared<span style='mso-spacerun:yes'>  </span>by all partners<a style='mso-comment-reference:A_1;mso-comment-date:20171101T1200'> – <ins cite="mailto:A%20Writer" datetime="2017-11-01T09:00">most
</ins><del cite="mailto:A%20Writer" datetime="2017-11-01T09:00">some </del>schools say so</a><span class=MsoCommentReference><span style='font-size:8.0pt'><a class=msocomanchor id="_anchor_1" href="#_msocom_1" name="_msoanchor_1">[AW1]</a><span style='mso-special-character:comment'>&nbsp;</span></span></span>.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<h2>What we did</h2>
${wordItem('First', 1, '·', 'One front door, <b>one</b> number')}
${wordItem('Middle', 2, 'o', 'with health')}
${wordItem('Middle', 2, 'o', 'with the police')}
${wordItem('Last', 1, '·', 'See <a href="https://example.org/audit?a=1&amp;b=2"><span style=\'color:blue\'>the audit</span></a>')}
<p class=MsoNormal>In order:</p>
${wordItem('First', 1, '1.', 'Listen', 'l1')}
${wordItem('Last', 1, '2.', 'Act', 'l1')}
<p class=MsoNormal><!--[if gte vml 1]><v:shape id="Picture_x0020_1" style='width:450pt'><v:imagedata src="file:///C:/clip_image001.png" o:title=""/></v:shape><![endif]--><![if !vml]><img width=600 height=300 src="file:///C:/Users/a/AppData/Local/Temp/msohtmlclip1/01/clip_image002.png" v:shapes="Picture_x0020_1"><![endif]></p>
<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;border:none;mso-yfti-tbllook:1184'>
 <tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'><td width=200 style='border:solid windowtext 1.0pt'><p class=MsoNormal><b>Measure<o:p></o:p></b></p></td><td><p class=MsoNormal align=right><b>Wigan<o:p></o:p></b></p></td></tr>
 <tr><td><p class=MsoNormal>Second plans<o:p></o:p></p><p class=MsoNormal>(a | b)<o:p></o:p></p></td><td><p class=MsoNormal>23.8<o:p></o:p></p></td></tr>
</table>
<p class=MsoNormal><a href="javascript:alert(1)">Not a link</a>, <a href="file:///S:/plan.docx">nor this</a>, <a href="#_ftn1" style='mso-footnote-id:ftn1'>[1]</a><o:p></o:p></p>
<!--EndFragment-->
<div style='mso-element:comment-list'><![if !supportAnnotations]><hr class=msocomoff align=left size=1 width="33%"><![endif]><div style='mso-element:comment'><div id="_com_1" class=msocomtxt><p class=MsoCommentText>Is this so?<o:p></o:p></p></div></div></div>
</body></html>`;

/** The same kind of list as other builds of Word write it, inside comments that hold no words. */
export const WORD_HIDDEN_MARKERS = `<html><body><!--StartFragment--><p class="MsoListParagraph" style="text-indent:-18pt;mso-list:l2 level1 lfo3"><!--[if !supportLists]--><span lang="EN-US"><span style="mso-list:Ignore">c)<span style="font:7pt &quot;Times New Roman&quot;">&nbsp;&nbsp; </span></span></span><!--[endif]-->Third<o:p></o:p></p><!--EndFragment--></body></html>`;

export const WORD_ON_THE_WEB = `<html><body><!--StartFragment--><div class="OutlineElement Ltr SCXW1"><p class="Paragraph SCXW1" role="heading" aria-level="1"><span class="TextRun SCXW1" style="font-weight:bold"><span class="NormalTextRun SCXW1">Care leavers</span></span><span class="EOP SCXW1">&nbsp;</span></p></div>
<div class="ListContainerWrapper SCXW1"><ul class="BulletListStyle1 SCXW1" role="list"><li data-leveltext="●" data-aria-level="1" role="listitem" class="OutlineElement SCXW1"><p class="Paragraph SCXW1"><span class="TextRun SCXW1">Homes</span></p></li></ul></div>
<div class="ListContainerWrapper SCXW1"><ul class="BulletListStyle2 SCXW1" role="list"><li data-leveltext="o" data-aria-level="2" role="listitem" class="OutlineElement SCXW1"><p class="Paragraph SCXW1"><span class="TextRun SCXW1">of their own</span></p></li></ul></div>
<!--EndFragment--></body></html>`;

/** Outlook: a mail in which everything stands in a table of one cell, with a wrapped link and lines broken by hand. */
export const OUTLOOK = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p{margin:0}</style></head><body><!--StartFragment--><table border=0 cellpadding=0 width="100%"><tr><td style="padding:10px"><div class=WordSection1><p class=MsoNormal>Dear colleague,<o:p></o:p></p><p class=MsoNormal>First line<br>second line<br><br>third line<o:p></o:p></p><p class=MsoNormal>Read <a href="https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Freport&amp;data=05%7C01&amp;reserved=0">the report</a> or write to <a href="mailto:a@example.org">a@example.org</a><o:p></o:p></p><img src="cid:logo.png" width=120 height=40><img src="https://track.example/p.gif" width=1 height=1></div></td></tr></table><!--EndFragment--></body></html>`;

export const EXCEL = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name=ProgId content=Excel.Sheet><style><!--td {mso-number-format:General;} --></style></head><body link=blue vlink=purple>
<table border=0 cellpadding=0 cellspacing=0 width=256 style='border-collapse:collapse;width:192pt'><!--StartFragment-->
 <col width=64 span=4 style='width:48pt'>
 <tr height=20><td height=20 class=xl65 width=64>Year</td><td class=xl65 width=64>Plans</td><td class=xl66>Rate</td><td></td></tr>
 <tr height=20><td height=20 align=right x:num>2016</td><td align=right x:num="1204">1,204</td><td class=xl67 align=right>61.2%</td><td></td></tr>
 <tr height=20><td height=20 align=right>2017</td><td align=right>c</td><td></td><td></td></tr>
 <tr height=20><td height=20></td><td></td><td></td><td></td></tr>
<!--EndFragment--></table></body></html>`;

export const GOOGLE_DOCS = `<meta charset='utf-8'><meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1a2b"><h2 dir="ltr" style="line-height:1.38;"><span style="font-size:16pt;font-family:Arial;font-weight:400;">Voice of children</span></h2><p dir="ltr" style="line-height:1.38;"><span style="font-size:11pt;font-weight:400;font-style:normal;">They said: </span><span style="font-size:11pt;font-weight:700;">“be on time”</span><span style="font-size:11pt;font-weight:400;"> and </span><span style="font-style:italic;font-weight:400">listen</span><a href="https://www.google.com/url?q=https://example.org/voice&amp;sa=D" style="text-decoration:none;"><span style="color:#1155cc;text-decoration:underline;">here</span></a></p><br /><ul style="margin-top:0;"><li dir="ltr" aria-level="1" style="list-style-type:disc;font-weight:400"><p dir="ltr" role="presentation"><span style="font-weight:400">One</span></p></li><ul><li dir="ltr" aria-level="2"><p dir="ltr" role="presentation"><span>One and a half</span></p></li></ul><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>Two</span></p></li></ul><p><span><span style="border:none;display:inline-block;"><img src="https://lh3.googleusercontent.com/x" width="602" height="300" /></span></span></p></b><br class="Apple-interchange-newline">`;

export const LIBRE_OFFICE = `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN"><html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><title></title><meta name="generator" content="LibreOffice 7.4 (Linux)"/><style type="text/css">@page { size: 21cm 29.7cm } p { margin-bottom: 0.25cm }</style></head><body lang="en-GB" dir="ltr"><h3 class="western">Permanence</h3>
<p style="margin-bottom: 0cm">Children wait <font color="#000000"><b>too long</b></font> <span style="background: #ffff00">for a
home</span>.</p>
<ol><li><p style="margin-bottom: 0cm">Match earlier</p><ul><li><p style="margin-bottom: 0cm">weekly</p></li></ul></li><li><p style="margin-bottom: 0cm">Fewer moves</p></li></ol>
<table width="643" cellpadding="4" cellspacing="0"><col width="313"/><col width="312"/><thead><tr valign="top"><th width="313"><p>Year</p></th><th><p>Weeks</p></th></tr></thead><tbody><tr valign="top"><td><p>2017</p></td><td><p>14</p></td></tr></tbody></table></body></html>`;

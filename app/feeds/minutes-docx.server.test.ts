import { inflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { minutesDocument } from '#app/domain/records/minutes-document.ts'
import { fullMinutes } from '#app/domain/records/told-minutes.ts'
import { aMinutes, aMinutesItem } from '#tests/helpers/a-minutes.ts'
import { minutesDocx } from './minutes-docx.server.ts'

const PAPER = minutesDocument(
  fullMinutes(
    aMinutes({
      items: [
        aMinutesItem({
          summary: '赞成的认为不占消防通道 & 离住宅 <12 米>。',
          points: ['7 幢西侧', '加隔音墙'],
          tasks: [
            {
              taskId: 't1' as never,
              itemId: 'item-1' as never,
              title: '起草方案',
              lead: { personId: null, name: '业委会', side: 'owners' },
              helpers: [],
              dueOn: '2026-12-10',
            },
          ],
        }),
      ],
    }),
    () => null,
  ),
  {
    community: '河滨社区',
    number: 18,
    date: new Date('2026-11-28T02:00:00Z'),
    review: { kind: 'unasked', reason: '当场宣读' },
  },
)

/** The parts of a .docx: it is a zip of XML files. */
function partsOf(file: Uint8Array): Record<string, string> {
  const bytes = Buffer.from(file)
  const parts: Record<string, string> = {}
  // The central directory says where each part is and how long it is packed.
  for (let at = bytes.lastIndexOf('PK\x01\x02', undefined, 'latin1'), end = at; at >= 0;) {
    const length = bytes.readUInt16LE(at + 28)
    const name = bytes.toString('utf8', at + 46, at + 46 + length)
    const local = bytes.readUInt32LE(at + 42)
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const packed = bytes.subarray(start, start + bytes.readUInt32LE(at + 20))
    const plain = bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed
    parts[name] = plain.toString('utf8')
    end = at - 1
    at = end < 0 ? -1 : bytes.lastIndexOf('PK\x01\x02', end, 'latin1')
  }
  return parts
}

/** Text of a part, a paragraph a line. */
const linesOf = (xml: string) =>
  xml
    .split('</w:p>')
    .map((each) =>
      [...each.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
    )
    .filter((text) => text !== '')

describe('[R24] the Word file has the layout of 纪要, and no red head', () => {
  test('page, fonts and lines are those of GB/T 9704', async () => {
    const parts = partsOf(await minutesDocx(PAPER, { qr: null, lines: [] }, null))
    const body = parts['word/document.xml'] ?? ''
    // 210 × 297 mm; 37, 26, 35 and 28 mm; 1 mm is 56.7 twentieths of a point.
    expect(body).toMatch(/<w:pgSz w:w="11906" w:h="16838"/)
    expect(body).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/)
    expect(body).toMatch(/w:line="579"[^>]*w:lineRule="exact"/)
    expect(parts['word/styles.xml']).toMatch(/w:eastAsia="仿宋"/)
    expect(parts['word/styles.xml']).toMatch(/<w:sz w:val="32"\/>/)
    expect(body).toMatch(/w:eastAsia="黑体"[^]*?一、电动自行车集中充电棚选址/)
    expect(body).toMatch(/w:eastAsia="楷体"[^]*?（一）提请商议。/)
    expect(body).toMatch(/w:firstLine="640"/)
    expect(body).not.toMatch(/w:color w:val="(?!000000|auto)/i)
  })

  test('the page number stands outside: odd to the right, even to the left', async () => {
    const parts = partsOf(await minutesDocx(PAPER, { qr: null, lines: [] }, null))
    expect(parts['word/settings.xml']).toContain('<w:evenAndOddHeaders/>')
    const footer = (kind: string) => {
      const id = new RegExp(`<w:footerReference w:type="${kind}" r:id="(\\w+)"`).exec(
        parts['word/document.xml'] ?? '',
      )?.[1]
      const target = new RegExp(`Id="${id}"[^>]*Target="([^"]+)"`).exec(
        parts['word/_rels/document.xml.rels'] ?? '',
      )?.[1]
      return parts[`word/${target}`] ?? ''
    }
    expect(footer('default')).toMatch(/<w:jc w:val="right"\/>/)
    expect(footer('even')).toMatch(/<w:jc w:val="left"\/>/)
    expect(linesOf(footer('even'))).toEqual(['—  —'])
    expect(footer('default')).toContain('PAGE')
  })

  test('its words, in order', async () => {
    const check = { qr: null, lines: ['校验码 9F3A-71C2-08DE'] }
    const parts = partsOf(await minutesDocx(PAPER, check, '草稿'))
    expect(linesOf(parts['word/document.xml'] ?? '')).toMatchInlineSnapshot(`
      [
        "草稿",
        "河滨社区730议事厅会议纪要",
        "第18号",
        "河滨社区居民委员会2026年11月28日",
        "2026年11月26日19:30至21:02，蓝溪花园第 18 次议事厅会议在党群服务站二楼召开，林雅芳主持，许晓燕记录。应到6人，实到5人，各方均有人到会。纪要如下：",
        "一、电动自行车集中充电棚选址",
        "（一）提请商议。同意在 7 幢西侧空地建充电棚。",
        "（二）各方意见。居民代表1人次发言。赞成的认为不占消防通道 &amp; 离住宅 &lt;12 米&gt;。",
        "1. 张秀英（反对）：夜里太吵。",
        "（三）议定事项。",
        "1. 7 幢西侧",
        "2. 加隔音墙",
        "（四）表决结果。记名表决，有表决权19人，投票15人，赞成10人、反对3人、弃权2人，须9人赞成（10÷16），通过，形成建议案。",
        "二、任务分工",
        "任务",
        "主办",
        "协办",
        "时限",
        "起草方案",
        "业委会",
        "12月10日",
        "三、发言情况",
        "居民代表1人次，1分40秒。",
        "发言人",
        "次数",
        "用时",
        "张秀英",
        "1次",
        "1分40秒",
        "本纪要未另行征求更正：当场宣读。",
        "出席：居民代表张秀英、陈美玲、林国强、黄丽华、苏建平",
        "请假：居民代表欧阳明",
        "主持人：",
        "记录人：",
        "监督员：",
        "校验码 9F3A-71C2-08DE",
      ]
    `)
  })

  test('every part is well formed: each tag that opens closes', async () => {
    const png = Uint8Array.from(
      Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
        'base64',
      ),
    )
    const parts = partsOf(await minutesDocx(PAPER, { qr: png, lines: ['扫码'] }, null))
    expect(Object.keys(parts)).toEqual(
      expect.arrayContaining(['[Content_Types].xml', 'word/document.xml', 'word/styles.xml']),
    )
    expect(Object.keys(parts).some((name) => name.startsWith('word/media/'))).toBe(true)
    for (const [name, xml] of Object.entries(parts)) {
      if (!/\.(xml|rels)$/.test(name)) continue
      const open: string[] = []
      for (const [, closes, tag, alone] of xml.matchAll(
        /<(\/)?([\w:]+)(?:\s[^<>]*?)?(\/)?>/g,
      )) {
        if (closes) expect(open.pop(), name).toBe(tag)
        else if (!alone) open.push(tag ?? '')
      }
      expect(open, name).toEqual([])
    }
  })
})

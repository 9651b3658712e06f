import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  ImageRun,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlign,
  WidthType,
  type IRunOptions,
} from 'docx'
import {
  chineseOrdinal,
  type MinutesDocument,
  type PaperBlock,
} from '#app/domain/records/minutes-document.ts'

/** What stands under the signatures: how anybody can check this sheet. */
export type DocxCheck = {
  /** A QR code as PNG, and where it leads; null when there is nothing public to lead to. */
  qr: Uint8Array | null
  lines: string[]
}

/**
 * Minutes as a Word file in the layout of 纪要, without the red head that only
 * organs of state may use: A4, margins 37, 26, 35 and 28 mm, 3号 (16 pt) 仿宋 on
 * lines of 28.95 pt, so that a page has 22 lines of 28 characters, and — 1 — at
 * the outer foot.
 *
 * @see GB/T 9704-2012 §5 (page), §7.2.6 (fonts), §7.5 (page number), §10.4 (纪要).
 */
export async function minutesDocx(
  paper: MinutesDocument,
  check: DocxCheck,
  note: string | null,
): Promise<Uint8Array<ArrayBuffer>> {
  const file = new Document({
    creator: paper.organ,
    title: paper.mark,
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: BODY } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: {
              top: mm(37),
              right: mm(26),
              bottom: mm(35),
              left: mm(28),
              footer: mm(28),
            },
          },
        },
        footers: {
          default: pageNumber(AlignmentType.RIGHT),
          even: pageNumber(AlignmentType.LEFT),
        },
        children: [
          ...(note === null ? [] : [line([run(note, HEI)], { frame: true })]),
          ...head(paper),
          ...paper.blocks.flatMap(block),
          ...signatures(paper.signatures),
          ...checkLines(check),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(file))
}

/** A twentieth of a point; 1440 are an inch of 25.4 mm. */
const mm = (length: number): number => Math.round((length * 1440) / 25.4)

/** One name for each script: Latin letters and figures stand in Times New Roman. */
const fontOf = (eastAsia: string) => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia,
})
/** 3号 is 16 pt; the size of a run is in half points. */
const BODY = { font: fontOf('仿宋'), size: 32 } as const
const HEI = { font: fontOf('黑体') } as const
const KAI = { font: fontOf('楷体'), bold: true } as const
const SONG = { font: fontOf('宋体') } as const
/** 28.95 pt in twentieths: 22 lines fill the 225 mm of the type area. */
const LINE = 579
/** Two characters of 16 pt, in twentieths. */
const TWO = 640

const run = (text: string, options: IRunOptions = {}): TextRun =>
  new TextRun({ text, ...options })

type LineOptions = {
  align?: (typeof AlignmentType)[keyof typeof AlignmentType]
  firstLine?: number
  hanging?: number
  before?: number
  keepNext?: boolean
  frame?: boolean
}

function line(runs: (TextRun | ImageRun)[], options: LineOptions = {}): Paragraph {
  const { align, firstLine, hanging, before = 0, keepNext = false, frame = false } = options
  const edge = { style: BorderStyle.SINGLE, size: 8, color: '000000', space: 4 }
  return new Paragraph({
    children: runs,
    alignment: align ?? AlignmentType.BOTH,
    keepNext,
    spacing: { line: LINE, lineRule: LineRuleType.EXACT, before, after: 0 },
    ...(frame && { border: { top: edge, bottom: edge, left: edge, right: edge } }),
    ...(firstLine !== undefined && { indent: { firstLine } }),
    ...(hanging !== undefined && { indent: { left: hanging, hanging } }),
  })
}

function head({ mark, number, organ, date }: MinutesDocument): Paragraph[] {
  const width = mm(210 - 28 - 26)
  return [
    // 2号 is 22 pt. 小标宋 where it is installed; a bold 宋体 stands in for it elsewhere.
    new Paragraph({
      children: [run(mark, { font: fontOf('方正小标宋简体'), size: 44, bold: true })],
      alignment: AlignmentType.CENTER,
      spacing: { before: 0, after: 200 },
    }),
    ...(number === null ? [] : [line([run(number)], { align: AlignmentType.CENTER })]),
    new Paragraph({
      children: [run(organ), new TextRun({ children: [new Tab(), date] })],
      tabStops: [{ type: TabStopType.RIGHT, position: width - TWO / 2 }],
      indent: { left: TWO / 2 },
      spacing: { line: LINE, lineRule: LineRuleType.EXACT, after: 200 },
      border: {
        bottom: {
          style: BorderStyle.THICK_THIN_SMALL_GAP,
          size: 24,
          color: '000000',
          space: 4,
        },
      },
    }),
  ]
}

function block(each: PaperBlock): (Paragraph | Table)[] {
  switch (each.kind) {
    case 'heading':
      return [
        line([run(`${chineseOrdinal(each.ordinal)}、${each.text}`, HEI)], {
          firstLine: TWO,
          keepNext: true,
        }),
      ]
    case 'part':
      return [
        line([run(`（${chineseOrdinal(each.ordinal)}）${each.lead}。`, KAI), run(each.text)], {
          firstLine: TWO,
        }),
      ]
    case 'text':
      return [line([run(each.text)], { firstLine: TWO })]
    case 'points':
      return each.lines.map((text, index) =>
        line([run(`${index + 1}. ${text}`)], { firstLine: TWO }),
      )
    case 'table':
      return [tableOf(each.head, each.rows)]
    case 'people':
      return [
        line([run(`${each.label}：`, HEI), run(each.text)], {
          hanging: TWO * 1.5,
          before: 60,
        }),
      ]
  }
}

function tableOf(names: readonly string[], rows: readonly string[][]): Table {
  const cell = (text: string, options: IRunOptions) =>
    new TableCell({
      verticalAlign: VerticalAlign.CENTER,
      margins: { top: 60, bottom: 60, left: 100, right: 100 },
      children: [
        // 4号, 14 pt, as in the tables of official papers.
        new Paragraph({ children: [run(text, { size: 28, ...options })] }),
      ],
    })
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({ tableHeader: true, children: names.map((name) => cell(name, HEI)) }),
      ...rows.map(
        (row) => new TableRow({ cantSplit: true, children: row.map((text) => cell(text, {})) }),
      ),
    ],
  })
}

/** A line each to write on; 3 across. */
function signatures(names: readonly string[]): (Paragraph | Table)[] {
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const written = { style: BorderStyle.SINGLE, size: 6, color: '000000' }
  const sides = { top: none, left: none, right: none }
  return [
    line([], { before: 200 }),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      borders: { ...sides, bottom: none, insideHorizontal: none, insideVertical: none },
      rows: [
        new TableRow({
          cantSplit: true,
          height: { value: 1000, rule: 'atLeast' },
          children: names.flatMap((name, index) => [
            ...(index === 0
              ? []
              : [
                  new TableCell({
                    width: { size: 4, type: WidthType.PERCENTAGE },
                    borders: { ...sides, bottom: none },
                    children: [new Paragraph({})],
                  }),
                ]),
            new TableCell({
              width: { size: 30, type: WidthType.PERCENTAGE },
              borders: { ...sides, bottom: written },
              children: [new Paragraph({ children: [run(`${name}：`, { size: 28 })] })],
            }),
          ]),
        }),
      ],
    }),
  ]
}

function checkLines({ qr, lines }: DocxCheck): Paragraph[] {
  const small = { size: 21, ...SONG }
  return [
    ...(qr === null
      ? []
      : [
          new Paragraph({
            spacing: { before: 200 },
            keepNext: true,
            children: [
              new ImageRun({
                type: 'png',
                data: qr,
                transformation: { width: 84, height: 84 },
                altText: { name: '二维码', title: '二维码', description: lines[0] ?? '' },
              }),
            ],
          }),
        ]),
    ...lines.map((text) => new Paragraph({ children: [run(text, small)] })),
  ]
}

/** 4号 半角宋体, one character from the outer edge: — 1 —. */
function pageNumber(alignment: (typeof AlignmentType)[keyof typeof AlignmentType]): Footer {
  const options = { size: 28, ...SONG }
  return new Footer({
    children: [
      new Paragraph({
        alignment,
        indent: { left: 280, right: 280 },
        children: [new TextRun({ ...options, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  })
}

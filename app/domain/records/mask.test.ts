import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maskId, maskName, maskPhone, maskRoom, maskText } from './mask.ts'

describe('[R6] what is masked, and how', () => {
  test.each([
    ['张秀英', '张**'],
    ['王伟', '王*'],
    ['欧阳明', '欧阳*'],
    ['上官婉儿', '上官**'],
    ['王', '王'],
  ])('the name %s is %s', (name, masked) => {
    expect(maskName(name)).toBe(masked)
  })

  test.each([
    ['13800005678', '138****5678'],
    ['138 0000 5678', '138****5678'],
    ['0595-23300730', '0595-****0730'],
  ])('the telephone %s is %s', (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked)
  })

  test.each([
    ['3幢2单元501室', '3幢*单元***室'],
    ['12栋 1203', '12栋***室'],
    ['2单元501', '*单元***室'],
  ])('the room %s is %s', (room, masked) => {
    expect(maskRoom(room)).toBe(masked)
  })

  test('an ID keeps its first and its last character', () => {
    expect(maskId('35052419800101123X')).toBe('3****************X')
  })
})

describe('[R7] free text is searched before it is published', () => {
  const known = {
    names: [
      { name: '张秀英', as: '张**' },
      { name: '吴建华', as: '民警' },
    ],
  }

  test.each([
    ['张秀英说水泵太吵', '张**说水泵太吵'],
    ['张 秀英家住3幢2单元501室', '张**家住3幢*单元***室'],
    ['吴建华答应每晚巡查', '民警答应每晚巡查'],
    ['电话13800005678或 138-0000-5678', '电话138****5678或 138****5678'],
    ['身份证35052419800101123X', '身份证3****************X'],
    ['电话１３８００００５６７８', '电话138****5678'],
    ['住在5#302的', '住在5#***室的'],
    ['三幢二单元五〇一室', '三幢*单元***室'],
    ['3-2-501 的租户', '***室 的租户'],
    ['卡号6222020200112233445', '卡号6*****************5'],
  ])('%s becomes %s', (text, masked) => {
    expect(maskText(text, known).text).toBe(masked)
  })

  test.each([
    '在 7 幢西侧空地建 36 个车位',
    '5幢120人签名，11月26日19:30',
    '预算 11.2 万元，面积 22,418.76 ㎡',
    '2026-11-26 至 2026-12-11',
    '7幢1200平方米空地',
    '2 幢 1 单元业主',
    '第278条第1款第8项',
  ])('%s stays as it is', (text) => {
    expect(maskText(text, known)).toEqual({ text, findings: [] })
  })

  test("a community's own telephone may stand", () => {
    const text = '有意见请打 0595-2330 0730'
    expect(maskText(text, { names: [], publicPhones: ['0595-23300730'] }).text).toBe(text)
  })

  test('says what it took out', () => {
    expect(maskText('张秀英，13800005678', known).findings).toEqual([
      { kind: 'phone', found: '13800005678', as: '138****5678' },
      { kind: 'name', found: '张秀英', as: '张**' },
    ])
  })
})

const surname = fc.constantFrom('张', '陈', '欧阳', '林', '苏', '上官')
const given = fc
  .array(fc.constantFrom('秀', '英', '国', '强', '美', '玲', '婉', '儿'), {
    minLength: 1,
    maxLength: 2,
  })
  .map((parts) => parts.join(''))
const name = fc.tuple(surname, given).map((parts) => parts.join(''))
const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''))
const phone = fc
  .tuple(fc.constantFrom('13', '15', '18', '19'), digits(9))
  .map((parts) => parts.join(''))
const room = fc
  .tuple(
    fc.integer({ min: 1, max: 30 }),
    fc.integer({ min: 1, max: 4 }),
    fc.integer({ min: 1, max: 33 }),
    fc.integer({ min: 1, max: 9 }),
  )
  .map(([building, unit, floor, door]) => ({ building, unit, door: `${floor}0${door}` }))
const filler = fc.constantFrom(
  '，',
  '说：',
  ' 家在 ',
  '电话',
  '的',
  '。',
  '和',
  '（',
  '）',
  '同意',
)

describe('[R6] whatever is written around it', () => {
  test('no name of a resident survives', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { minLength: 1, maxLength: 5 }),
        fc.array(filler),
        (names, around) => {
          const text = names.map((each, index) => `${around[index] ?? ''}${each}`).join('')
          const masked = maskText(text, {
            names: names.map((each) => ({ name: each, as: maskName(each) })),
          }).text
          for (const each of names) expect(masked).not.toContain(each)
        },
      ),
    )
  })

  test('no telephone survives, however it is spaced', () => {
    fc.assert(
      fc.property(
        phone,
        fc.constantFrom('', ' ', '-'),
        fc.boolean(),
        filler,
        (number, gap, grouped, around) => {
          const written = grouped
            ? [number.slice(0, 3), number.slice(3, 7), number.slice(7)].join(gap)
            : [...number].join(gap)
          const masked = maskText(`${around}${written}${around}`, { names: [] }).text
          expect(masked.replace(/\D/g, '')).not.toContain(number)
          expect(masked).not.toContain(written)
        },
      ),
    )
  })

  test('no way to a door survives', () => {
    fc.assert(
      fc.property(room, filler, fc.nat(4), ({ building, unit, door }, around, form) => {
        const written = [
          `${building}幢${unit}单元${door}室`,
          `${building}栋${door}`,
          `${building}号楼 ${unit}单元 ${door}`,
          `${building}-${unit}-${door}`,
          `${building}#${door}室`,
        ][form]
        const masked = maskText(`${around}${written}${around}`, { names: [] }).text
        expect(masked).not.toContain(door)
      }),
    )
  })

  test('what was masked once stays as it is', () => {
    fc.assert(
      fc.property(name, phone, room, (who, number, { building, unit, door }) => {
        const known = { names: [{ name: who, as: maskName(who) }] }
        const once = maskText(
          `${who}，${number}，${building}幢${unit}单元${door}室`,
          known,
        ).text
        expect(maskText(once, known)).toEqual({ text: once, findings: [] })
      }),
    )
  })
})

import { expect, test } from 'vitest'
import { phrasesOf } from './phrases-of.ts'

test.each([
  ['中心花园遛狗时间约定', '中心|花园|遛狗|时间|约定'],
  ['3号楼电动车充电棚选址', '3号楼电动车|充电棚选址'],
  ['要不要在 5 栋架空层装晾晒架', '要不要在| 5\u00a0栋|架空层装晾晒架'],
  ['早上 7 点前遛狗', '早上| 7\u00a0点前|遛狗'],
  ['车位按“先到先停、轮候补位”管理', '车位按|“先到先停、|轮候补位”|管理'],
  ['都牵绳。', '都牵绳。'],
  ['Paint the stairwell', 'Paint the stairwell'],
  ['', ''],
])('a line of “%s” breaks between its words', (title, parts) => {
  expect(phrasesOf(title).join('|')).toBe(parts)
})

test('nothing of a title is lost, and no line begins with what closes one', () => {
  const title = '东门的车请挪一下，大家好进出（车牌闽C 12345）；谢谢！'
  expect(phrasesOf(title).join('')).toBe(title)
  expect(phrasesOf(title).filter((part) => /^[，；）！”、。]/u.test(part))).toEqual([])
})

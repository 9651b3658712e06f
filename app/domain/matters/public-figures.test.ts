import { describe, expect, test } from 'vitest'
import { figuresOf, type CountedMatter } from './public-figures.ts'

function aMatter(change: Partial<CountedMatter> = {}): CountedMatter {
  return {
    category: 'NOISE',
    status: 'closed',
    solved: true,
    satisfaction: 'satisfied',
    dueOn: '2026-11-20',
    reportedDoneAt: new Date('2026-11-20T15:59:00Z'),
    reopenedCount: 0,
    ...change,
  }
}
const many = (count: number, change: Partial<CountedMatter> = {}) =>
  Array.from({ length: count }, () => aMatter(change))

describe('[T14] the figures say how many of how many', () => {
  test('nothing raised is nothing of nothing', () => {
    expect(figuresOf([])).toEqual({
      raised: 0,
      solved: { count: 0, of: 0 },
      onTime: { count: 0, of: 0 },
      satisfied: { count: 0, of: 0 },
      byCategory: [],
      others: null,
    })
  })

  test('the last minute of the promised day in Shanghai is on time; the next is not', () => {
    const late = aMatter({ reportedDoneAt: new Date('2026-11-20T16:00:00Z') })
    expect(figuresOf([aMatter(), late]).onTime).toEqual({ count: 1, of: 2 })
  })

  test('what was sent back once is not on time, however quickly it was done again', () => {
    expect(figuresOf([aMatter({ reopenedCount: 1 })]).onTime).toEqual({ count: 0, of: 1 })
  })

  test('closed without an answer is not solved and not counted as content', () => {
    const figures = figuresOf([aMatter(), aMatter({ solved: null, satisfaction: null })])
    expect(figures.solved).toEqual({ count: 1, of: 2 })
    expect(figures.satisfied).toEqual({ count: 1, of: 1 })
  })

  test('an open matter is raised and not solved', () => {
    const figures = figuresOf([
      aMatter({ status: 'in-progress', solved: null, satisfaction: null }),
    ])
    expect(figures).toMatchObject({ raised: 1, solved: { count: 0, of: 1 }, onTime: { of: 0 } })
  })

  test('a category of four is not shown by itself, nor by what is left over', () => {
    const figures = figuresOf([...many(6), ...many(4, { category: 'PET' })])
    expect(figures.byCategory.map(({ category }) => category)).toEqual(['NOISE'])
    expect(figures.others).toBeNull()
  })

  test('small groups are shown together when together they are five', () => {
    const figures = figuresOf([
      ...many(5),
      ...many(3, { category: 'PET' }),
      ...many(2, { category: 'FEE' }),
    ])
    expect(figures.others).toEqual({ raised: 5, solved: 5 })
  })
})

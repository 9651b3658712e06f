import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { offlineNews } from './offline-news.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('[L37] a loss is news after four seconds, not before, and once', () => {
  const say = vi.fn()
  const news = offlineNews(say)
  news.lost()
  vi.advanceTimersByTime(3999)
  expect(say).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(say).toHaveBeenCalledTimes(1)
})

test('[L37] every try that fails meanwhile does not put it off', () => {
  const say = vi.fn()
  const news = offlineNews(say)
  for (let tries = 0; tries < 4; tries += 1) {
    news.lost()
    vi.advanceTimersByTime(1000)
  }
  expect(say).toHaveBeenCalledTimes(1)
})

test('[L37] whoever is back within four seconds hears nothing, and the next loss counts anew', () => {
  const say = vi.fn()
  const news = offlineNews(say)
  news.lost()
  vi.advanceTimersByTime(3999)
  news.over()
  vi.advanceTimersByTime(60_000)
  expect(say).not.toHaveBeenCalled()
  news.lost()
  vi.advanceTimersByTime(3999)
  expect(say).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(say).toHaveBeenCalledTimes(1)
})

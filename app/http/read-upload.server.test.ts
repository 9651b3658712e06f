import { expect, test } from 'vitest'
import { readUpload } from './read-upload.server.ts'

const posted = (body: BodyInit, type?: string) =>
  new Request('http://127.0.0.1/desk/register/import', {
    method: 'POST',
    body,
    ...(type ? { headers: { 'Content-Type': type } } : {}),
  })

const WANTED = { field: 'photo', limit: 4 }

function sentWith(bytes: number[], name = 'p.jpg', field = 'photo'): FormData {
  const body = new FormData()
  body.append('reason', '充电\u0000棚\u202e反')
  body.append(field, new File([new Uint8Array(bytes)], name))
  body.append('mark', 'yes')
  return body
}

test('[H8] a file comes with the plain words beside it', async () => {
  const { form, file } = await readUpload(posted(sentWith([0, 1, 2])), WANTED)
  expect(file).toEqual({ name: 'p.jpg', bytes: new Uint8Array([0, 1, 2]) })
  expect([...form]).toEqual([
    ['reason', '充电棚反'],
    ['mark', 'yes'],
  ])
})

test('a file that is too large is named and dropped, and the words are kept', async () => {
  const { form, file } = await readUpload(posted(sentWith([0, 1, 2, 3, 4])), WANTED)
  expect(file).toEqual({ name: 'p.jpg', bytes: null })
  expect(form.get('mark')).toBe('yes')
})

test('a file nobody asked for, and one nobody chose, is none', async () => {
  const other = await readUpload(posted(sentWith([0], 'p.jpg', 'other')), WANTED)
  expect(other.file).toBeNull()
  const none = await readUpload(posted(sentWith([], '')), WANTED)
  expect(none.file).toBeNull()
})

test.each([
  ['words alone', 'reason=x', 'application/x-www-form-urlencoded'],
  ['JSON', '{"reason":"x"}', 'application/json'],
  ['no boundary', 'x', 'multipart/form-data'],
  ['half a part', '--x\r\nContent-Disposition: form-data', 'multipart/form-data; boundary=x'],
])('[H8] %s is no form with files', async (_what, body, type) => {
  await expect(readUpload(posted(body, type), WANTED)).rejects.toMatchObject({ status: 400 })
})

import { expect, test } from 'vitest'
import { readForm } from './read-form.server.ts'

const posted = (body: BodyInit, type?: string) =>
  new Request('http://127.0.0.1/code', {
    method: 'POST',
    body,
    ...(type ? { headers: { 'Content-Type': type } } : {}),
  })

test('[H8] the words of a form are made plain, its other words stay', async () => {
  const body = new URLSearchParams([
    ['title', '充电\u0000棚\u202e反'],
    ['title', '第二次'],
    ['reason', '一行\r\n又一行'],
  ])
  const form = await readForm(posted(body))
  expect([...form]).toEqual([
    ['title', '充电棚反'],
    ['title', '第二次'],
    ['reason', '一行\r\n又一行'],
  ])
})

test('[H8] a file in a form is left as it is', async () => {
  const body = new FormData()
  body.append('photo', new File([new Uint8Array([0, 1, 2])], 'p.jpg'))
  const file = (await readForm(posted(body))).get('photo')
  expect(new Uint8Array(await (file as File).arrayBuffer())).toEqual(new Uint8Array([0, 1, 2]))
})

test.each([
  ['JSON', '{"title":"x"}', 'application/json'],
  ['no type', 'title=x', 'text/plain'],
  ['half a part', '--x\r\nContent-Disposition: form-data', 'multipart/form-data; boundary=x'],
])('[H8] %s is no form', async (_what, body, type) => {
  await expect(readForm(posted(body, type))).rejects.toMatchObject({ status: 400 })
})

import { expect, test } from 'vitest'
import { passwordTrouble } from './password-trouble.ts'

test.each([
  ['nine characters are too few', '九个字符不够长的呀', 'password-too-short'],
  ['ten are enough, in any script', '河滨社区议事厅很好用', null],
  ['the login with something behind it', 'Linyafang-2026', 'password-is-login'],
  ['what everybody tries first', '1234567890', 'password-common'],
  ['one character again and again', 'aaaaaaaaaaaa', 'password-common'],
  ['words of one’s own', 'tea hills at 19:30', null],
] as const)('[H6] a new password: %s', (_why, password, trouble) => {
  expect(passwordTrouble(password, 'linyafang')).toBe(trouble)
})

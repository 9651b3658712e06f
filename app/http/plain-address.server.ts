import type { NextFunction, Request, Response } from 'express'

const CONTROL = /%(?:[01][0-9a-f]|7f)/i

/** Refuses an address with a control character in it: no link of ours has one, and no database takes it. */
export function plainAddress({ originalUrl }: Request, response: Response, next: NextFunction) {
  if (!CONTROL.test(originalUrl)) return next()
  response.status(400).type('text/plain').send('400 bad-address\n')
}

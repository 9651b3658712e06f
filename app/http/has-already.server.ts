/** Whether a browser has what it asks for, by the tag it came with. A proxy that squeezes an answer weakens its tag. */
export function hasAlready(request: Request, etag: string): boolean {
  const tags = (request.headers.get('If-None-Match') ?? '').split(',')
  return tags.some((tag) => tag.trim().replace(/^W\//, '') === etag)
}

import type { LoaderFunctionArgs } from '@remix-run/node'
import { hasAlready } from '#app/http/has-already.server.ts'
import { idOf } from '#app/http/params.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { readLink } from '#app/services/invitations/personal-link.server.ts'
import { getPhoto, type PhotoLink } from '#app/services/matters/get-photo.server.ts'

/** A photo, for whoever may see it: the public, the desk, or a link named in `?t=` or `?v=`. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { services } = context
  const search = new URL(request.url).searchParams
  const viewer = await viewerOf(request, context)
  const secret = services.config.sessionSecret
  const link =
    linkFrom(secret, 'task', search.get('t')) ?? linkFrom(secret, 'visit', search.get('v'))
  const photo = await getPhoto(services, viewer, idOf<'photo'>(params['id']), link)
  if (!photo) throw notFound()
  const etag = `"${photo.sha256}"`
  const headers = {
    'Content-Type': photo.mediaType,
    'X-Content-Type-Options': 'nosniff',
    ETag: etag,
    // A photo never changes, but it may be taken back from the public: whoever has it asks again. One
    // that is not everybody's is kept by nobody.
    'Cache-Control': photo.forAll ? 'private, no-cache' : 'private, no-store',
  }
  if (hasAlready(request, etag)) {
    return new Response(null, { status: 304, headers })
  }
  return new Response(photo.content.slice(), { headers })
}

function linkFrom(
  secret: string,
  kind: PhotoLink['kind'],
  token: string | null,
): PhotoLink | null {
  const link = token === null ? null : readLink(secret, kind, token)
  return link && { kind, ...link }
}

import type { LoaderFunctionArgs } from '@remix-run/node'

/** The public key that ballot records are checked by. */
export function loader({ context }: LoaderFunctionArgs) {
  return new Response(context.services.signing.publicKey, {
    headers: {
      'Content-Type': 'application/x-pem-file',
      'Content-Disposition': 'attachment; filename="council730-key.pem"',
      'Cache-Control': 'no-cache',
    },
  })
}

import type { ActionFunctionArgs } from '@remix-run/node'
import type { ImportLine } from '#app/domain/register/import-progress.ts'
import { idOf } from '#app/http/params.server.ts'
import { requireStaff } from '#app/http/viewer.server.ts'
import { applyImport } from '#app/services/register/import-register.server.ts'

/**
 * Writes an import and says how far it is, a line of JSON each, the last how it ended. Whoever goes
 * away meanwhile stops nothing: it is written as a whole, and its page says so.
 */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const importId = idOf<'import'>(params['id'])
  const encoder = new TextEncoder()
  let listening = true
  const lines = new ReadableStream<Uint8Array>({
    async start(controller) {
      const say = (line: ImportLine) => {
        if (listening) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`))
      }
      try {
        const done = await applyImport(context.services, viewer, importId, say)
        say(done.ok ? { ended: 'applied' } : { ended: 'refused', code: done.refusal.code })
        if (listening) controller.close()
      } catch (error) {
        // The answer has begun, so nobody above hears of this any more.
        const { services, requestId } = context
        services.log.error({ err: error, requestId }, 'writing an import failed')
        if (listening) controller.error(error)
      }
    },
    cancel() {
      listening = false
    },
  })
  return new Response(lines, {
    headers: {
      'Content-Type': 'application/x-ndjson',
      // Not squeezed: a line that waits for the next ones is no progress.
      'Cache-Control': 'no-store, no-transform',
    },
  })
}

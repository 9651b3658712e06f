import type { LoaderFunctionArgs } from '@remix-run/node'
import qrcode from 'qrcode'
import { localDateOf } from '#app/domain/calendar/local-date.ts'
import { checkCodeOf } from '#app/domain/records/check-code.ts'
import { withAddenda } from '#app/domain/records/minutes-document.ts'
import { minutesDocx } from '#app/feeds/minutes-docx.server.ts'
import { idOf } from '#app/http/params.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { requireStaff } from '#app/http/viewer.server.ts'
import { exportMinutes } from '#app/services/records/export-minutes.server.ts'

/** The archive's copy as a Word file. A record is written in Chinese, whatever language its reader reads. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const meetingId = idOf<'meeting'>(params['id'])
  const exported = await exportMinutes(context.services, viewer, meetingId)
  if (!exported) throw notFound()
  const { document, sealed, addenda, publishedId } = exported
  const publicPage = publishedId === null ? null : `${context.origin}/minutes/${publishedId}`
  const check = {
    qr:
      publicPage && sealed
        ? await qrcode.toBuffer(publicPage, { margin: 2, width: 252 })
        : null,
    lines: sealed
      ? [
          ...(publicPage ? [`扫码核对公开版 ${publicPage}`] : []),
          `校验码 ${checkCodeOf(sealed.hash)}　确认于 ${localDateOf(sealed.at)}　确认后不改，有更正另附`,
          `内容指纹 ${sealed.hash}`,
        ]
      : [],
  }
  const note = sealed ? null : '草稿：还没有确认封存，不作为记录使用。'
  const file = await minutesDocx(withAddenda(document, addenda), check, note)
  const name = `${document.mark}${document.number ?? ''}.docx`
  return new Response(file, {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'Content-Disposition': `attachment; filename="minutes.docx"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'Cache-Control': 'private, no-store',
    },
  })
}

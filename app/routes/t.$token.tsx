import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import {
  MATTER_REFUSAL_STATUS,
  type MatterRefusalCode,
} from '#app/domain/matters/refusal-code.ts'
import type { PhotoTrouble } from '#app/features/matters/report-fields.tsx'
import { TaskPage } from '#app/features/matters/task-page.tsx'
import { readReportForm } from '#app/http/read-report-form.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { readLink } from '#app/services/invitations/personal-link.server.ts'
import { getTaskByLink } from '#app/services/matters/get-task.server.ts'
import { reportOnTask } from '#app/services/matters/report-on-task.server.ts'
import phoneStyles from '#app/styles/phone.css?url'

export const handle = { i18n: ['matters', 'terms', 'live'] }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: phoneStyles }]

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded?.task.title ?? '' },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { services } = context
  const token = params['token'] ?? ''
  const link = readLink(services.config.sessionSecret, 'task', token)
  const task = link && (await getTaskByLink(services, link))
  if (!task) throw notFound()
  const sent = new URL(request.url).searchParams.get('sent')
  return {
    task,
    token,
    formKey: services.newId(),
    sent: (['progress', 'done'] as const).find((kind) => kind === sent) ?? null,
    now: services.now(),
  }
}

type Refused = { code: MatterRefusalCode; text: string; photoTrouble: PhotoTrouble[] }

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { services } = context
  const token = params['token'] ?? ''
  const link = readLink(services.config.sessionSecret, 'task', token)
  // Before any photo is read: a stranger's upload costs nothing.
  if (!link || !(await getTaskByLink(services, link))) throw notFound()
  const { field, photos, trouble } = await readReportForm(request)
  const text = field('text').slice(0, 2000)
  const refused = (code: MatterRefusalCode, photoTrouble: PhotoTrouble[] = []) =>
    data({ code, text, photoTrouble } satisfies Refused, MATTER_REFUSAL_STATUS[code])
  if (trouble.length > 0) return refused('incomplete', trouble)

  const done = field('kind') === 'done'
  const reported = await reportOnTask(
    services,
    { kind: 'lead', version: link.version },
    {
      taskId: link.id,
      key: field('key').slice(0, 60) || services.newId(),
      text,
      percent: Number(field('percent')),
      done,
      photos,
      photosPublic: field('photosPublic') === 'on',
    },
  )
  if (!reported.ok) return refused(reported.refusal.code)
  return redirect(`/t/${token}?sent=${done ? 'done' : 'progress'}`)
}

export default function TaskRoute() {
  const loaded = useLoaderData<typeof loader>()
  return <TaskPage {...loaded} refused={useActionData<typeof action>() ?? null} />
}

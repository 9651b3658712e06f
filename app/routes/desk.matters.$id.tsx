import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addDays, localDateOf } from '#app/domain/calendar/local-date.ts'
import { REOPENED_DAYS } from '#app/domain/matters/decide-matter.ts'
import {
  MATTER_REFUSAL_STATUS,
  type MatterRefusalCode,
} from '#app/domain/matters/refusal-code.ts'
import { actsFor, DESK_ACTS } from '#app/features/matters/desk-acts.tsx'
import { deskCommandFrom } from '#app/features/matters/desk-form.ts'
import { MatterPage } from '#app/features/matters/matter-page.tsx'
import type { PhotoTrouble } from '#app/features/matters/report-fields.tsx'
import { idOf } from '#app/http/params.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { readReportForm } from '#app/http/read-report-form.server.ts'
import type { RequestContext } from '#app/http/request-context.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { requireStaff } from '#app/http/viewer.server.ts'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import { textOf } from '#app/http/text-of.server.ts'
import { actOnMatter } from '#app/services/matters/act-on-matter.server.ts'
import { countSteps, getMatter } from '#app/services/matters/get-matter.server.ts'
import { releasePhoto } from '#app/services/matters/release-photo.server.ts'
import { listLeads, listMergeTargets } from '#app/services/matters/matter-choices.server.ts'
import { listMatterLinks } from '#app/services/matters/matter-links.server.ts'
import { regionServed } from '#app/services/rules/rules-in-force.server.ts'
import { reportOnTask } from '#app/services/matters/report-on-task.server.ts'

export const handle = { i18n: ['matters', 'terms'] }

/** Ten days are what a desk usually promises. */
const USUAL_DAYS = 10

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const { services } = context
  const matterId = idOf<'matter'>(params['id'])
  const matter = await getMatter(services, viewer, matterId)
  if (!matter) throw notFound()
  const search = new URL(request.url).searchParams
  const asked = DESK_ACTS.find((act) => act === search.get('do')) ?? null
  const act = asked && actsFor(matter).includes(asked) ? asked : null
  const show = search.get('show') === 'public' ? ('public' as const) : ('all' as const)
  const now = services.now()
  const today = localDateOf(now)
  const [counts, links, leads, mergeTargets] = await Promise.all([
    countSteps(services.db, matterId),
    listMatterLinks(
      {
        db: services.db,
        secret: services.config.sessionSecret,
        origin: context.origin,
      },
      viewer,
      matterId,
    ),
    act === 'assign' ? listLeads(services, matter) : [],
    act === 'screen'
      ? listMergeTargets(services.db, viewer, { matterId, communityId: matter.communityId })
      : [],
  ])
  return {
    matter,
    steps: show === 'public' ? matter.steps.filter(({ isPublic }) => isPublic) : matter.steps,
    counts: matter.mayHandle ? counts : { all: matter.steps.length, public: counts.public },
    show,
    act,
    links,
    leads,
    mergeTargets,
    saved: search.get('saved') === '1',
    formKey: services.newId(),
    today,
    region: await regionServed(services.db),
    usualDueOn: addDays(today, act === 'reopen' ? REOPENED_DAYS : USUAL_DAYS),
    now,
  }
}

type Refused = {
  code: MatterRefusalCode
  photoTrouble: PhotoTrouble[]
  /** What was written, so that it does not have to be written again. */
  text: string
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const matterId = idOf<'matter'>(params['id'])
  const isReport =
    request.headers.get('content-type')?.startsWith('multipart/form-data') ?? false
  const refused = isReport
    ? await report(request, context, viewer)
    : await act(await readForm(request), context, viewer, matterId)
  if (refused) return data(refused, { status: MATTER_REFUSAL_STATUS[refused.code] })
  return redirect(`/desk/matters/${matterId}?saved=1`)
}

async function act(
  form: FormData,
  { services }: RequestContext,
  viewer: StaffViewer,
  matterId: string,
): Promise<Refused | null> {
  if (form.get('do') === 'release') {
    const released = await releasePhoto(services, viewer, {
      photoId: textOf(form, 'photoId'),
      isPublic: form.get('isPublic') === 'yes',
    })
    return released.ok ? null : refusedFor(released.refusal.code)
  }
  const matter = await getMatter(services, viewer, matterId)
  if (!matter) return refusedFor('no-such-matter')
  const asked = deskCommandFrom(form, {
    matterId,
    leads: form.get('do') === 'assign' ? await listLeads(services, matter) : [],
    newTaskId: services.newId(),
  })
  if (!asked.ok) return refusedFor(asked.refusal.code)
  const acted = await actOnMatter(services, viewer, {
    matterId,
    key: textOf(form, 'key').slice(0, 60) || services.newId(),
    ...asked.value,
  })
  return acted.ok ? null : refusedFor(acted.refusal.code)
}

async function report(
  request: Request,
  { services }: RequestContext,
  viewer: StaffViewer,
): Promise<Refused | null> {
  const { field, photos, trouble } = await readReportForm(request)
  const text = field('text').slice(0, 2000)
  if (trouble.length > 0) return { code: 'incomplete', photoTrouble: trouble, text }
  const reported = await reportOnTask(services, viewer, {
    taskId: field('taskId'),
    key: field('key').slice(0, 60) || services.newId(),
    text,
    percent: Number(field('percent')),
    done: field('kind') === 'done',
    photos,
    photosPublic: field('photosPublic') === 'on',
  })
  return reported.ok ? null : refusedFor(reported.refusal.code, text)
}

function refusedFor(code: MatterRefusalCode, text = ''): Refused {
  return { code, photoTrouble: [], text }
}

export default function MatterRoute() {
  const refused = useActionData<typeof action>()
  return (
    <MatterPage
      {...useLoaderData<typeof loader>()}
      refusal={refused?.code ?? null}
      photoTrouble={refused?.photoTrouble ?? []}
      writtenText={refused?.text ?? ''}
    />
  )
}

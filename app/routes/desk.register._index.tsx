import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { GAPS } from '#app/domain/register/register-view.ts'
import { RegisterPage } from '#app/features/register/register-page.tsx'
import { registerPageOf } from '#app/http/register-page-of.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { listRegister } from '#app/services/register/list-register.server.ts'

export const handle = { i18n: ['register'] }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer, community, compound } = await registerPageOf(request, context)
  const asked = new URL(request.url).searchParams
  const search = (asked.get('q') ?? '').slice(0, 40)
  const gap = GAPS.find((each) => each === asked.get('gap')) ?? null
  const view = await listRegister(context.services, viewer, {
    compoundId: compound.id,
    buildingId: asked.get('building'),
    ...{ search, gap },
  })
  if (!view) throw notFound()
  return {
    ...view,
    compounds: community.compounds,
    compoundId: compound.id,
    ...{ search, gap },
  }
}

export default function RegisterRoute() {
  return <RegisterPage {...useLoaderData<typeof loader>()} />
}

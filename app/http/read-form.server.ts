import { plainText } from '#app/domain/shared/plain-text.ts'

/**
 * The fields of a form, each as text that can be kept and shown.
 * @throws a 400 when the body is no form
 */
export async function readForm(request: Request): Promise<FormData> {
  const sent = await request.formData().catch((error: unknown) => {
    if (error instanceof TypeError) throw new Response('400 not-a-form\n', { status: 400 })
    throw error
  })
  const form = new FormData()
  for (const [name, value] of sent) {
    form.append(name, typeof value === 'string' ? plainText(value) : value)
  }
  return form
}

import NextAuth from 'next-auth';
import type { NextRequest } from 'next/server';
import { nextAuthOptions } from '@/server/sign-in/next-auth-options';

type Context = { params: Promise<{ nextauth: string[] }> };

async function answer(request: NextRequest, context: Context): Promise<Response> {
  return NextAuth(request as never, context as never, nextAuthOptions()) as Promise<Response>;
}

export { answer as GET, answer as POST };

import NextAuth from 'next-auth';
import type { NextRequest } from 'next/server';
import { authOptions } from '@/lib/auth/next-auth';

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

/** next-auth's door: CSRF token, session, sign-in and sign-out by form. */
export function GET(request: NextRequest, context: Context): Promise<Response> {
  return NextAuth(request, context, authOptions());
}

export function POST(request: NextRequest, context: Context): Promise<Response> {
  return NextAuth(request, context, authOptions());
}

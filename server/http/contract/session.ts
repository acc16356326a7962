import { z } from 'zod';
import { Empty } from './common.ts';
import { route } from './route.ts';

export const Appointment = z.object({
  positionCode: z.string(),
  positionName: z.string(),
  unitCode: z.string(),
  unitName: z.string(),
  officeName: z.string(),
  level: z.string(),
});
export type Appointment = z.infer<typeof Appointment>;

/** The signed-in person and what the screens may offer them. */
export const Me = z.object({
  user: z.object({ id: z.string(), name: z.string(), username: z.string() }),
  appointments: z.array(Appointment),
  mayDesign: z.boolean(),
  mayPublish: z.boolean(),
  mayLodge: z.boolean(),
  mayReport: z.boolean(),
});
export type Me = z.infer<typeof Me>;

export const Login = z.object({
  username: z.string().min(1).max(64),
  password: z.string().min(1).max(200),
});
export type Login = z.infer<typeof Login>;

const tag = '登录 Session';

export const signIn = route({
  id: 'session.create',
  method: 'post',
  path: '/api/session',
  summary: '登录',
  tag,
  audience: 'public',
  body: Login,
  answer: Me,
});

export const readMe = route({
  id: 'session.read',
  method: 'get',
  path: '/api/session',
  summary: '当前用户',
  tag,
  audience: 'staff',
  answer: Me,
});

export const signOut = route({
  id: 'session.delete',
  method: 'delete',
  path: '/api/session',
  summary: '退出登录',
  tag,
  audience: 'public',
  answer: Empty,
});

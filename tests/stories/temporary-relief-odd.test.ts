import { playAll } from './support/play-all.ts';

playAll('temporary-relief', 1);

'use client';

import { Trouble } from '@/components/frame/trouble';

export default Trouble;

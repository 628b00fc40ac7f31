/** Seeds of `npm test`: together they have every action and every fault, and take the least time of those that do. */
export const SHORT_SEEDS: readonly number[] = [240, 472, 8, 21, 20, 40, 406];

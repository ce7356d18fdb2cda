/** Every outcome of the trials, one after the other, with its probability. */
export function naivePoissonBinomial(probabilities: readonly number[]): number[] {
  const mass = Array.from({ length: probabilities.length + 1 }, () => 0);
  for (let outcome = 0; outcome < 2 ** probabilities.length; outcome++) {
    const succeeds = probabilities.map((_, trial) => Math.floor(outcome / 2 ** trial) % 2 === 1);
    const chance = probabilities.reduce((product, p, trial) => product * (succeeds[trial] ? p : 1 - p), 1);
    mass[succeeds.filter(Boolean).length]! += chance;
  }
  return mass;
}

/** Probability of at least k successes in n trials, term by term. */
export function naiveBinomialAtLeast(k: number, n: number, p: number): number {
  let sum = 0;
  for (let j = k; j <= n; j++) {
    let ways = 1;
    for (let i = 1; i <= j; i++) ways = (ways * (n - j + i)) / i;
    sum += ways * p ** j * (1 - p) ** (n - j);
  }
  return sum;
}

/** The share of the area under f from 0 to 1 that lies left of x, by the midpoint rule. */
export function naiveShareLeftOf(x: number, f: (t: number) => number): number {
  const area = (to: number): number => {
    let sum = 0;
    for (let k = 0; k < 4000; k++) sum += f(((k + 0.5) * to) / 4000);
    return (sum * to) / 4000;
  };
  return area(x) / area(1);
}

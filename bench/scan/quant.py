"""What someone who knows numpy and scipy writes for the stages of a scan: matrix products for counts and moments, batched FFTs for the exact null.

Reads questions from standard input, one JSON object a line, and answers each with one: the seconds it took, and digests of what came out, so that the
bench can see that both sides counted the same. Digests, and what is made once for a market rather than for a pair, are outside of the seconds.
"""
import json
import sys
import time
from pathlib import Path

import numpy as np
import scipy
from scipy import fft
from scipy.ndimage import maximum_filter1d, minimum_filter1d

BATCH = 32  # transforms at a time: what they write stays in the cache


class Clock:
    """Seconds spent inside of `with clock`."""

    def __init__(self):
        self.seconds = 0.0

    def __enter__(self):
        self.begun = time.perf_counter()

    def __exit__(self, *_):
        self.seconds += time.perf_counter() - self.begun


def weights(count):
    return (np.arange(count) * 7919 % 1009 + 1).astype(np.float64)


class Quant:
    def __init__(self, folder, asked):
        self.asked = asked
        self.markets, self.all, self.sessions = asked["markets"], asked["allSessions"], asked["sessions"]
        self.workers = asked["threads"]
        self.closes = np.memmap(Path(folder) / "closes.f64", dtype="<f8", mode="r", shape=(self.markets, self.all))
        packed = np.fromfile(Path(folder) / "events.bits", dtype=np.uint8).reshape(self.markets, -1)
        self.packed = packed
        # A length with a large prime in it is slow: then the circle is unrolled, and the transform is of a length that has none.
        whole = fft.next_fast_len(self.sessions, real=True) == self.sessions
        self.length = self.sessions if whole else fft.next_fast_len(2 * self.sessions, real=True)
        self.events = self.marks = self.of_events = self.of_marks = None

    def answer(self, stage, digest):
        clock = Clock()
        digests = getattr(self, stage.replace(" ", "_"))(clock, digest)
        return {"seconds": clock.seconds, "digests": [] if digests is None else [float(value) for value in digests]}

    def highs(self, clock, digest):
        window, below, digests = self.asked["highWindow"], self.asked["below"], []
        position = np.arange(1, self.all + 1, dtype=np.float64)
        for start in range(0, self.markets, 64):
            closes = np.array(self.closes[start : start + 64])
            with clock:
                highs, lows = np.zeros(closes.shape, bool), np.zeros(closes.shape, bool)
                before = maximum_filter1d(closes, window, axis=1, origin=(window - 1) // 2)
                highs[:, window:] = closes[:, window:] > before[:, window - 1 : -1]
                before = minimum_filter1d(closes, window, axis=1, origin=(window - 1) // 2)
                lows[:, window:] = closes[:, window:] < before[:, window - 1 : -1]
                under = closes / np.maximum.accumulate(closes, axis=1) - 1 <= -below
                rows = [np.packbits(bits, axis=1, bitorder="little") for bits in (highs, lows, under)]
            if digest:
                bits = [np.unpackbits(row, axis=1, bitorder="little", count=self.all) @ position for row in rows]
                digests.extend(bits[0] + 7 * bits[1] + 13 * bits[2])
        return digests

    def counts(self, clock, digest):
        with clock:
            bits = np.unpackbits(self.packed, axis=1, bitorder="little", count=self.sessions)
            reach = self.asked["window"]
            around = np.concatenate([bits[:, -reach:], bits, bits[:, :reach]], axis=1)
            marks = bits.copy()
            for k in range(2 * reach + 1):
                marks |= around[:, k : k + self.sessions]
            self.events, self.marks = bits.astype(np.float32), marks.astype(np.float32)
        return self.in_blocks(clock, digest, self.events, self.marks)

    def in_blocks(self, clock, digest, a, b):
        digests, own = [], weights(self.markets)
        for start in range(0, self.markets, 1000):
            with clock:
                product = a[start : start + 1000] @ b.T
            if digest:
                digests.extend((product.astype(np.float64) % 65521) @ own)
        return digests

    def lags(self, clock, digest):
        half, digests = self.sessions // 2 + 1, []
        own = weights(half)
        with clock:
            found = []
            for rows in (self.events, self.marks):
                lags = np.empty((self.markets, half))
                for start in range(0, self.markets, BATCH):
                    block = rows[start : start + BATCH].astype(np.float64)
                    spectrum = self.spectrum(block)
                    spectrum *= spectrum.conj() if self.length == self.sessions else fft.rfft(block, n=self.length, axis=1, workers=self.workers).conj()
                    lags[start : start + BATCH] = np.rint(fft.irfft(spectrum, n=self.length, axis=1, workers=self.workers)[:, :half])
                found.append(lags)
            self.of_events, self.of_marks = found
        if digest:
            digests = self.of_events @ own + 3 * (self.of_marks @ own)
        return digests

    def products(self, clock, digest):
        return self.in_blocks(clock, digest, self.of_events, self.of_marks)

    def products_single(self, clock, digest):
        a, b = self.of_events.astype(np.float32), self.of_marks.astype(np.float32)
        self.in_blocks(clock, False, a, b)
        if digest:
            exact = self.of_events[:1000] @ self.of_marks.T
            return [np.max(np.abs((a[:1000] @ b.T) / np.maximum(exact, 1) - 1))]
        return None

    def spectrum(self, rows):
        """Of rows unrolled once around, where the circle is."""
        return fft.rfft(rows if self.length == self.sessions else np.concatenate([rows, rows], axis=1), n=self.length, axis=1, workers=self.workers)

    def shift_counts(self, spectra, leader):
        return fft.irfft(spectra * leader, n=self.length, axis=1, workers=self.workers, overwrite_x=True)[:, : self.sessions]

    def exact(self, clock, _digest, dtype=np.float64):
        leaders, seconds = self.asked["leaders"], self.asked["seconds"]
        of_leaders = fft.rfft(self.events[leaders].astype(dtype), n=self.length, axis=1).conj()
        of_seconds = self.spectrum(self.marks[seconds].astype(dtype))
        reached = np.empty((len(leaders), len(seconds)))
        with clock:
            for i in range(len(leaders)):
                for start in range(0, len(seconds), BATCH):
                    counts = self.shift_counts(of_seconds[start : start + BATCH], of_leaders[i])
                    # Half a hit less is rounding both sides.
                    reached[i, start : start + BATCH] = np.count_nonzero(counts >= np.rint(counts[:, :1]) - 0.5, axis=1)
        return reached.ravel()

    def exact_single(self, clock, digest):
        return self.exact(clock, digest, np.float32)

    def exact_round(self, clock, _digest):
        """The same transforms at the next length without large primes: what a history of a luckier length would take."""
        own, self.length, self.sessions = (self.length, self.sessions), *[fft.next_fast_len(self.sessions, real=True)] * 2
        rows = np.random.default_rng(0).random((len(self.asked["seconds"]), self.length))
        spectra = fft.rfft(rows, axis=1)
        with clock:
            for i in range(len(self.asked["leaders"])):
                for start in range(0, len(rows), BATCH):
                    counts = self.shift_counts(spectra[start : start + BATCH], spectra[i % len(rows)])
                    np.count_nonzero(counts >= np.rint(counts[:, :1]) - 0.5, axis=1)
        self.length, self.sessions = own
        return None

    def family(self, clock, _digest):
        digests = []
        for leader in self.asked["families"]:
            events = self.events[leader].astype(np.float64)
            of_leader = fft.rfft(events, n=self.length).conj()
            most, z = np.full(self.sessions, -np.inf), np.empty(self.markets)
            for start in range(0, self.markets, BATCH):
                marks = self.marks[start : start + BATCH].astype(np.float64)
                spectra = self.spectrum(marks)
                mean = events.sum() * marks.sum(axis=1) / self.sessions
                with clock:
                    counts = np.rint(self.shift_counts(spectra, of_leader))
                    squares = np.einsum("ij,ij->i", counts, counts)
                    variance = squares / self.sessions - mean * mean
                    counts -= mean[:, None]
                    counts *= (1 / np.sqrt(variance))[:, None]
                    z[start : start + BATCH] = counts[:, 0]
                    if start <= leader < start + BATCH:
                        counts[leader - start] = -np.inf
                    np.maximum(most, counts.max(axis=0), out=most)
            with clock:
                reached = self.sessions - np.searchsorted(np.sort(most), z)
            reached[leader] = 0
            digests.extend(reached)
        return digests


def main():
    asked = json.loads(sys.argv[2])
    quant = Quant(sys.argv[1], asked)
    print(json.dumps({"numpy": np.__version__, "scipy": scipy.__version__}), flush=True)
    for line in sys.stdin:
        question = json.loads(line)
        print(json.dumps(quant.answer(question["stage"], question["digest"])), flush=True)


if __name__ == "__main__":
    main()

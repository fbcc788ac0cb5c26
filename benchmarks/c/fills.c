// Stacks made of stacks, as F32 into memory that is kept: (x − a) / b with frames a and b, and the mean of a
// sliding window. Threads share the tiles of a frame, whose a, b or sums stay in the first cache while all
// frames stream by; results go past the caches, as they don't fit.
#include "peer.h"

#include <stdlib.h>
#include <string.h>
#ifdef __AVX512F__
#include <immintrin.h>
#endif

#define TILE 2048
#define SAMPLE 1009

static float *output(const Stack *s) {
    static float *out;
    static size_t size;
    size_t wanted = (size_t)s->frames * s->samples * sizeof *out;
    if (size < wanted) {
        free(out);
        out = aligned_alloc(4096, (wanted + 4095) / 4096 * 4096);
        memset(out, 1, size = wanted);
    }
    return out;
}

static double sampled(const Stack *s, const float *out) {
    double sum = 0;
    for (long i = 0; i < s->frames * s->samples; i += SAMPLE) sum += out[i];
    return sum;
}

/** Stores past the caches. The rest of a frame that isn't aligned is stored as usual. */
static void stream(float *restrict to, const float *restrict from, int n) {
    int i = 0;
#ifdef __AVX512F__
    if ((uintptr_t)to % 64 == 0) {
        for (; i + 16 <= n; i += 16) _mm512_stream_ps(to + i, _mm512_load_ps(from + i));
    }
#endif
    for (; i < n; i++) to[i] = from[i];
}

/** A division by zero gives zero. */
static void divide(float *restrict x, const float *restrict a, const float *restrict b, int n) {
    for (int i = 0; i < n; i++) {
        float quotient = (x[i] - a[i]) / b[i];
        x[i] = b[i] == 0 ? 0 : quotient;
    }
}

/** Converting and dividing are two loops, because the compiler makes no vectors of both in one. */
#define DIVIDE(KIND, TYPE)                                                                                  \
    static double fused_##KIND##_job(const Stack *s, double *checksum) {                                    \
        static Stack a, b;                                                                                  \
        if (!a.data) a = map(getenv("DATA"), "a"), b = map(getenv("DATA"), "b");                            \
        float *out = output(s);                                                                             \
        double start = now_ms();                                                                            \
        _Pragma("omp parallel for schedule(dynamic)") for (long at = 0; at < s->samples; at += TILE) {      \
            float line[TILE] __attribute__((aligned(64)));                                                  \
            int n = s->samples - at < TILE ? (int)(s->samples - at) : TILE;                                 \
            for (int t = 0; t < s->frames; t++) {                                                           \
                const TYPE *x = (const TYPE *)s->data + t * s->samples + at;                                \
                for (int i = 0; i < n; i++) line[i] = x[i];                                                 \
                divide(line, (const float *)a.data + at, (const float *)b.data + at, n);                    \
                stream(out + t * s->samples + at, line, n);                                                 \
            }                                                                                               \
        }                                                                                                   \
        double took = now_ms() - start;                                                                     \
        *checksum = sampled(s, out);                                                                        \
        return took;                                                                                        \
    }

DIVIDE(u8, uint8_t)
DIVIDE(u16, uint16_t)
DIVIDE(f32, float)

/** Trailing, over what is there at the beginning: one sample comes and one goes a frame. */
#define SLIDE(KIND, TYPE, SUM)                                                                              \
    static void slide_##KIND(const TYPE *restrict in, const TYPE *restrict gone, int leaves,                \
                             SUM *restrict sum, float factor, float *restrict out, int n) {                 \
        for (int i = 0; i < n; i++) {                                                                       \
            SUM s = sum[i] + (SUM)in[i];                                                                    \
            if (leaves) s -= (SUM)gone[i];                                                                  \
            sum[i] = s;                                                                                     \
            out[i] = (float)s * factor;                                                                     \
        }                                                                                                   \
    }                                                                                                       \
                                                                                                            \
    static double slide_##KIND##_over(const Stack *s, int window, double *checksum) {                       \
        float *out = output(s);                                                                             \
        double start = now_ms();                                                                            \
        _Pragma("omp parallel for schedule(dynamic)") for (long at = 0; at < s->samples; at += TILE) {      \
            float line[TILE] __attribute__((aligned(64)));                                                  \
            SUM sum[TILE] __attribute__((aligned(64))) = {0};                                               \
            int n = s->samples - at < TILE ? (int)(s->samples - at) : TILE;                                 \
            for (int t = 0; t < s->frames; t++) {                                                           \
                const TYPE *x = (const TYPE *)s->data + t * s->samples + at;                                \
                float factor = 1.0f / (t < window ? t + 1 : window);                                        \
                if (t < window) slide_##KIND(x, x, 0, sum, factor, line, n);                                \
                else slide_##KIND(x, x - window * s->samples, 1, sum, factor, line, n);                     \
                stream(out + t * s->samples + at, line, n);                                                 \
            }                                                                                               \
        }                                                                                                   \
        double took = now_ms() - start;                                                                     \
        *checksum = sampled(s, out);                                                                        \
        return took;                                                                                        \
    }                                                                                                       \
                                                                                                            \
    static double sliding50_##KIND##_job(const Stack *s, double *checksum) {                                \
        return slide_##KIND##_over(s, 50, checksum);                                                        \
    }                                                                                                       \
    static double sliding5_##KIND##_job(const Stack *s, double *checksum) {                                 \
        return slide_##KIND##_over(s, 5, checksum);                                                         \
    }                                                                                                       \
    static double sliding500_##KIND##_job(const Stack *s, double *checksum) {                               \
        return slide_##KIND##_over(s, 500, checksum);                                                       \
    }

SLIDE(u8, uint8_t, uint32_t)
SLIDE(u16, uint16_t, uint32_t)
SLIDE(f32, float, double)

const Entry FILLS[] = {
    {"fused", {fused_u8_job, fused_u16_job, fused_f32_job}},
    {"sliding-5", {sliding5_u8_job, sliding5_u16_job, sliding5_f32_job}},
    {"sliding-50", {sliding50_u8_job, sliding50_u16_job, sliding50_f32_job}},
    {"sliding-500", {sliding500_u8_job, sliding500_u16_job, sliding500_f32_job}},
    {0},
};

// The mean of every frame (the curve of a region as large as the frame), and the envelopes of rows and columns over all
// frames. Threads share the frames.
#include "peer.h"

#include <stdlib.h>
#include <string.h>
#ifdef __AVX512BW__
#include <immintrin.h>
#endif

#define LANES 64 /* independent sums of a loop */

/** Sums of bytes are one instruction for 64 of them, which compilers don't find. */
static double frame_sum_u8(const uint8_t *restrict x, long n) {
    uint64_t sum = 0;
    long i = 0;
#ifdef __AVX512BW__
    __m512i a = _mm512_setzero_si512(), b = a, c = a, d = a, zero = a;
    for (; i + 256 <= n; i += 256) {
        a = _mm512_add_epi64(a, _mm512_sad_epu8(_mm512_loadu_si512(x + i), zero));
        b = _mm512_add_epi64(b, _mm512_sad_epu8(_mm512_loadu_si512(x + i + 64), zero));
        c = _mm512_add_epi64(c, _mm512_sad_epu8(_mm512_loadu_si512(x + i + 128), zero));
        d = _mm512_add_epi64(d, _mm512_sad_epu8(_mm512_loadu_si512(x + i + 192), zero));
    }
    sum = _mm512_reduce_add_epi64(_mm512_add_epi64(_mm512_add_epi64(a, b), _mm512_add_epi64(c, d)));
#endif
    for (; i < n; i++) sum += x[i];
    return sum;
}

static double frame_sum_u16(const uint16_t *restrict x, long n) {
    uint64_t sum = 0;
    for (long from = 0; from < n; from += 65536) { // 32-bit sums hold 65537
        long to = from + 65536 < n ? from + 65536 : n;
        uint32_t part = 0;
        for (long i = from; i < to; i++) part += x[i];
        sum += part;
    }
    return sum;
}

static double frame_sum_f32(const float *restrict x, long n) {
    double lanes[LANES] = {0}, sum = 0;
    long i = 0;
    for (; i + LANES <= n; i += LANES) {
        for (int k = 0; k < LANES; k++) lanes[k] += x[i + k];
    }
    for (; i < n; i++) sum += x[i];
    for (int k = 0; k < LANES; k++) sum += lanes[k];
    return sum;
}

#define ROI(KIND, TYPE)                                                                                    \
    static double roi_##KIND##_job(const Stack *s, double *checksum) {                                     \
        double start = now_ms(), *curve = malloc(s->frames * sizeof *curve);                               \
        _Pragma("omp parallel for schedule(dynamic)") for (int t = 0; t < s->frames; t++) {                \
            curve[t] = frame_sum_##KIND((const TYPE *)s->data + t * s->samples, s->samples) / s->samples;  \
        }                                                                                                  \
        double took = now_ms() - start;                                                                    \
        *checksum = 0;                                                                                     \
        for (int t = 0; t < s->frames; t++) *checksum += curve[t];                                         \
        free(curve);                                                                                       \
        return took;                                                                                       \
    }

ROI(u8, uint8_t)
ROI(u16, uint16_t)
ROI(f32, float)

#define BAND 16 /* rows whose envelopes stay in the first cache while all frames stream by */
#define MIN(a, b) ((a) < (b) ? (a) : (b))
#define MAX(a, b) ((a) > (b) ? (a) : (b))

/** Two rows at a time; what is left of each row's vector of extremes is put together at its end. */
#define ENVELOPES(KIND, TYPE)                                                                              \
    static void rows_##KIND(const TYPE *restrict x, const TYPE *restrict y, int w, TYPE *restrict row,     \
                            TYPE *restrict next, TYPE *restrict low, TYPE *restrict high) {                \
        TYPE a = row[0], b = row[1], c = next[0], d = next[1];                                             \
        _Pragma("omp simd reduction(min : a, c) reduction(max : b, d)") for (int i = 0; i < w; i++) {      \
            TYPE u = x[i], v = y[i];                                                                       \
            a = MIN(a, u), b = MAX(b, u), c = MIN(c, v), d = MAX(d, v);                                    \
            low[i] = MIN(low[i], MIN(u, v));                                                               \
            high[i] = MAX(high[i], MAX(u, v));                                                             \
        }                                                                                                  \
        row[0] = a, row[1] = b, next[0] = c, next[1] = d;                                                  \
    }                                                                                                      \
                                                                                                           \
    static double envelopes_##KIND##_job(const Stack *s, double *checksum) {                               \
        double start = now_ms();                                                                           \
        int w = s->width, h = s->height;                                                                   \
        size_t line = w * sizeof(TYPE);                                                                    \
        const TYPE *all = (const TYPE *)s->data;                                                           \
        TYPE *rows = malloc(2 * h * sizeof(TYPE)), *low = malloc(line), *high = malloc(line);              \
        memcpy(low, all, line), memcpy(high, all, line);                                                   \
        for (int y = 0; y < h; y++) rows[2 * y] = rows[2 * y + 1] = all[(long)y * w];                      \
        _Pragma("omp parallel") {                                                                          \
            TYPE *mine_low = malloc(line), *mine_high = malloc(line);                                      \
            memcpy(mine_low, all, line), memcpy(mine_high, all, line);                                     \
            _Pragma("omp for schedule(dynamic)") for (int band = 0; band < h; band += BAND) {              \
                for (int t = 0; t < s->frames; t++) {                                                      \
                    for (int y = band; y < MIN(h, band + BAND); y += 2) {                                  \
                        int z = MIN(h - 1, y + 1);                                                         \
                        TYPE last[2] = {rows[2 * z], rows[2 * z + 1]};                                     \
                        const TYPE *frame = all + t * s->samples;                                          \
                        rows_##KIND(frame + (long)y * w, frame + (long)z * w, w, rows + 2 * y, last, mine_low, \
                                    mine_high);                                                            \
                        rows[2 * z] = last[0], rows[2 * z + 1] = last[1];                                  \
                    }                                                                                      \
                }                                                                                          \
            }                                                                                              \
            _Pragma("omp critical") for (int i = 0; i < w; i++) {                                          \
                low[i] = MIN(low[i], mine_low[i]);                                                         \
                high[i] = MAX(high[i], mine_high[i]);                                                      \
            }                                                                                              \
            free(mine_low), free(mine_high);                                                               \
        }                                                                                                  \
        double took = now_ms() - start;                                                                    \
        *checksum = sum_of(rows, s->kind, 2 * h) + sum_of(low, s->kind, w) + sum_of(high, s->kind, w);     \
        free(rows), free(low), free(high);                                                                 \
        return took;                                                                                       \
    }

ENVELOPES(u8, uint8_t)
ENVELOPES(u16, uint16_t)
ENVELOPES(f32, float)

const Entry CURVES[] = {
    {"roi", {roi_u8_job, roi_u16_job, roi_f32_job}},
    {"envelopes", {envelopes_u8_job, envelopes_u16_job, envelopes_f32_job}},
    {0},
};

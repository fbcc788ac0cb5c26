// The exact median of every pixel: the mean of the middle two for an even number of frames.
//
// Threads share the tiles of a frame. All frames of a tile are gathered into the second cache, as integers in the order of the
// samples, a vector's width of it after the other. The middle value of each is found bit by bit: of how many frames is the
// sample less than the value so far with this bit set? Each question is a comparison and an addition for a whole vector.
#include "peer.h"

#include <stdlib.h>
#include <string.h>
#ifdef __AVX512BW__
#include <immintrin.h>
#endif

#define COLUMNS 16 /* vectors of a tile */
#define FLUSH 255

/** Floats in their order as unsigned integers, and back. */
static inline uint32_t key(uint32_t bits) { return bits & 0x80000000u ? ~bits : bits | 0x80000000u; }

static inline float unkey(uint32_t key) {
    uint32_t bits = key & 0x80000000u ? key & 0x7fffffffu : ~key;
    float value;
    memcpy(&value, &bits, sizeof value);
    return value;
}

static inline void gather_u8(const uint8_t *x, uint8_t *restrict to, int n) { memcpy(to, x, n); }
static inline void gather_u16(const uint16_t *x, uint16_t *restrict to, int n) { memcpy(to, x, 2 * n); }
static inline void gather_f32(const float *x, uint32_t *restrict to, int n) {
    uint32_t bits[32] = {0};
    memcpy(bits, x, 4 * n);
    for (int i = 0; i < 32; i++) to[i] = key(bits[i]);
}

#define VALUE_u8(k) (k)
#define VALUE_u16(k) (k)
#define VALUE_f32(k) unkey(k)

/** Adds 1 to the lanes of a where x is less than the limit: a masked addition where there is one. */
#define COUNT_32(a, x, limit) a -= (vector_f32)((x) < (limit))
#ifdef __AVX512BW__
#define MASKED(BITS, a, x, limit)                                                                           \
    a = (typeof(a))_mm512_mask_add_epi##BITS((__m512i)(a), _mm512_cmplt_epu##BITS##_mask((__m512i)(x), (__m512i)(limit)), \
                                             (__m512i)(a), _mm512_set1_epi##BITS(1))
#define COUNT_8(a, x, limit) MASKED(8, a, x, limit)
#define COUNT_16(a, x, limit) MASKED(16, a, x, limit)
#else
#define COUNT_8(a, x, limit) a -= (vector_u8)((x) < (limit))
#define COUNT_16(a, x, limit) a -= (vector_u16)((x) < (limit))
#endif

#define NEXT(KIND, KEY, BITS, WIDTH)                                                                       \
    typedef KEY vector_##KIND __attribute__((vector_size(WIDTH)));                                          \
    enum { WIDE_##KIND = WIDTH / sizeof(KEY) };                                                             \
                                                                                                            \
    /** Counts the frames whose key is less than the limit. */                                              \
    static inline void less_##KIND(const vector_##KIND *tile, int frames, vector_##KIND limit,              \
                                   uint16_t *restrict counts) {                                             \
        memset(counts, 0, WIDE_##KIND * sizeof *counts);                                                    \
        for (int from = 0; from < frames; from += FLUSH) {                                                  \
            int to = from + FLUSH < frames ? from + FLUSH : frames, t = from;                               \
            vector_##KIND a = {0}, b = {0}, c = {0}, d = {0};                                               \
            for (; t + 4 <= to; t += 4) {                                                                   \
                COUNT_##BITS(a, tile[t], limit);                                                             \
                COUNT_##BITS(b, tile[t + 1], limit);                                                         \
                COUNT_##BITS(c, tile[t + 2], limit);                                                         \
                COUNT_##BITS(d, tile[t + 3], limit);                                                         \
            }                                                                                               \
            for (; t < to; t++) COUNT_##BITS(a, tile[t], limit);                                             \
            a += b + c + d; /* no lane counts more than FLUSH */                                            \
            for (int i = 0; i < WIDE_##KIND; i++) counts[i] += a[i];                                        \
        }                                                                                                   \
    }                                                                                                       \
                                                                                                            \
    /** The key of the next rank: the same, if there are enough of it, or the least that is greater. */     \
    static vector_##KIND next_##KIND(const vector_##KIND *tile, int frames, int rank, vector_##KIND found) { \
        vector_##KIND above, next;                                                                          \
        uint16_t counts[WIDE_##KIND];                                                                       \
        memset(&above, 0xff, sizeof above);                                                                 \
        for (int t = 0; t < frames; t++) {                                                                  \
            vector_##KIND nearer = (vector_##KIND)(tile[t] > found) & (vector_##KIND)(tile[t] < above);     \
            above = (tile[t] & nearer) | (above & ~nearer);                                                 \
        }                                                                                                   \
        less_##KIND(tile, frames, found + 1, counts);                                                       \
        for (int i = 0; i < WIDE_##KIND; i++) {                                                             \
            next[i] = (KEY)(found[i] + 1) == 0 || counts[i] > rank + 1 ? found[i] : above[i];               \
        }                                                                                                   \
        return next;                                                                                        \
    }                                                                                                       \

NEXT(u8, uint8_t, 8, 64)
NEXT(u16, uint16_t, 16, 64)
NEXT(f32, uint32_t, 32, 128)

#define RANKED(KIND, KEY, BITS)                                                                             \
    static vector_##KIND ranked_##KIND(const vector_##KIND *tile, int frames, int rank) {                   \
        vector_##KIND found = {0};                                                                          \
        uint16_t counts[WIDE_##KIND];                                                                       \
        for (int bit = BITS - 1; bit >= 0; bit--) {                                                         \
            vector_##KIND limit = found | (KEY)((KEY)1 << bit);                                             \
            less_##KIND(tile, frames, limit, counts);                                                       \
            for (int i = 0; i < WIDE_##KIND; i++) found[i] = counts[i] <= rank ? limit[i] : found[i];       \
        }                                                                                                   \
        return found;                                                                                       \
    }

RANKED(u8, uint8_t, 8)
RANKED(u16, uint16_t, 16)

/** The upper halves of the keys are found first, as 16-bit vectors, then the lower ones of those that have it. */
static vector_f32 ranked_f32(const vector_f32 *tile, int frames, int rank) {
    static _Thread_local vector_u16 halves[MOST_FRAMES];
    const uint32_t *keys = (const uint32_t *)tile;
    uint16_t *half = (uint16_t *)halves;
    vector_f32 found;
    for (int t = 0; t < frames; t++) {
        for (int i = 0; i < WIDE_f32; i++) half[t * WIDE_u16 + i] = keys[t * WIDE_f32 + i] >> 16;
    }
    vector_u16 upper = ranked_u16(halves, frames, rank);
    for (int t = 0; t < frames; t++) {
        for (int i = 0; i < WIDE_f32; i++) {
            uint32_t key = keys[t * WIDE_f32 + i];
            uint16_t high = key >> 16;
            half[t * WIDE_u16 + i] = high == upper[i] ? (uint16_t)key : high < upper[i] ? 0 : 0xffff;
        }
    }
    vector_u16 lower = ranked_u16(halves, frames, rank);
    for (int i = 0; i < WIDE_f32; i++) found[i] = (uint32_t)upper[i] << 16 | lower[i];
    return found;
}

#define MEDIAN(KIND, TYPE, KEY)                                                                             \
    static void column_##KIND(const Stack *s, const vector_##KIND *tile, float *restrict out, int n) {      \
        int rank = (s->frames - 1) / 2;                                                                     \
        vector_##KIND low = ranked_##KIND(tile, s->frames, rank), high = low;                               \
        if (s->frames % 2 == 0) high = next_##KIND(tile, s->frames, rank, low);                             \
        for (int i = 0; i < n; i++) out[i] = (float)(((double)VALUE_##KIND(low[i]) + VALUE_##KIND(high[i])) / 2); \
    }                                                                                                       \
                                                                                                            \
    static double median_##KIND##_job(const Stack *s, double *checksum) {                                   \
        double start = now_ms();                                                                            \
        float *out = malloc(s->samples * sizeof *out);                                                      \
        size_t column = s->frames * sizeof(vector_##KIND);                                                     \
        _Pragma("omp parallel") {                                                                           \
            vector_##KIND *tile = aligned_alloc(4096, (COLUMNS * column + 4095) / 4096 * 4096);             \
            memset(tile, 0, COLUMNS * column);                                                              \
            _Pragma("omp for schedule(dynamic, 8)") for (long at = 0; at < s->samples; at += COLUMNS * WIDE_##KIND) { \
                int n[COLUMNS];                                                                             \
                for (int c = 0; c < COLUMNS; c++) {                                                         \
                    long left = s->samples - at - c * WIDE_##KIND;                                          \
                    n[c] = left < 0 ? 0 : left < WIDE_##KIND ? (int)left : WIDE_##KIND;                     \
                }                                                                                           \
                for (int t = 0; t < s->frames; t++) {                                                       \
                    const TYPE *x = (const TYPE *)s->data + t * s->samples + at;                            \
                    for (int c = 0; c < COLUMNS; c++) {                                                     \
                        gather_##KIND(x + c * WIDE_##KIND, (KEY *)&tile[(long)c * s->frames + t], n[c]);    \
                    }                                                                                       \
                }                                                                                           \
                for (int c = 0; c < COLUMNS && n[c]; c++) {                                                 \
                    column_##KIND(s, tile + (long)c * s->frames, out + at + c * WIDE_##KIND, n[c]);         \
                }                                                                                           \
            }                                                                                               \
            free(tile);                                                                                     \
        }                                                                                                   \
        double took = now_ms() - start;                                                                     \
        *checksum = sum_of(out, F32, s->samples);                                                           \
        free(out);                                                                                          \
        return took;                                                                                        \
    }

MEDIAN(u8, uint8_t, uint8_t)
MEDIAN(u16, uint16_t, uint16_t)
MEDIAN(f32, float, uint32_t)

const Entry MEDIANS[] = {
    {"median", {median_u8_job, median_u16_job, median_f32_job}},
    {0},
};

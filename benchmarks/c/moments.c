// Mean, standard deviation, minimum, maximum of every pixel, and all four in one pass.
//
// Threads share the tiles of a frame; a tile is so small that its accumulators stay in the first two caches while all
// frames stream by, eight at a time: eight streams a thread are what the memory likes best, and prefetching by hand made
// it slower. Nothing is stored past the cache, as results are small. Sums of integers are exact, floats are added up in
// float64 (for the standard deviation less the first frame); minima of floats don't care for NaN.
#include "peer.h"

#include <math.h>
#include <omp.h>
#include <stdlib.h>
#include <string.h>

#define GROUP 8
#define UNROLL _Pragma("GCC unroll 8")

// ------------------------------------------------------------------------- folds of GROUP or 1 frames into accumulators

#define EXTREMES(NAME, TYPE, MINIMUM, MAXIMUM)                                                                    \
    static inline void NAME(const TYPE *restrict x, long stride, int frames, int n, TYPE *restrict low,           \
                            TYPE *restrict high) {                                                                \
        for (int i = 0; i < n; i++) {                                                                             \
            TYPE a = MINIMUM ? low[i] : 0, b = MAXIMUM ? high[i] : 0;                                             \
            UNROLL for (int t = 0; t < frames; t++) {                                                             \
                TYPE v = x[i + t * stride];                                                                       \
                if (MINIMUM) a = v < a ? v : a;                                                                   \
                if (MAXIMUM) b = v > b ? v : b;                                                                   \
            }                                                                                                     \
            if (MINIMUM) low[i] = a;                                                                              \
            if (MAXIMUM) high[i] = b;                                                                             \
        }                                                                                                         \
    }

EXTREMES(min_u8, uint8_t, 1, 0)
EXTREMES(max_u8, uint8_t, 0, 1)
EXTREMES(both_u8, uint8_t, 1, 1)
EXTREMES(min_u16, uint16_t, 1, 0)
EXTREMES(max_u16, uint16_t, 0, 1)
EXTREMES(both_u16, uint16_t, 1, 1)
EXTREMES(min_f32, float, 1, 0)
EXTREMES(max_f32, float, 0, 1)
EXTREMES(both_f32, float, 1, 1)

/** 16-bit sums: emptied at least every 256 frames. */
static inline void sum_u8(const uint8_t *restrict x, long stride, int frames, int n, uint16_t *restrict sum) {
    for (int i = 0; i < n; i++) {
        uint16_t s = sum[i];
        UNROLL for (int t = 0; t < frames; t++) s += x[i + t * stride];
        sum[i] = s;
    }
}

/** With x (255 − x) in place of x², four of which fit 16 bits: Σx² = 255 Σx − Σx (255 − x). */
static inline void squares_u8(const uint8_t *restrict x, long stride, int frames, int n, uint16_t *restrict sum,
                              uint32_t *restrict squares) {
    for (int i = 0; i < n; i++) {
        uint16_t s = sum[i], p = 0, q = 0;
        UNROLL for (int t = 0; t < frames; t++) {
            uint16_t v = x[i + t * stride];
            s += v;
            if (t < GROUP / 2) p += (uint16_t)(v * (255 - v));
            else q += (uint16_t)(v * (255 - v));
        }
        sum[i] = s;
        squares[i] += (uint32_t)p + q;
    }
}

static inline void sum_u16(const uint16_t *restrict x, long stride, int frames, int n, uint32_t *restrict sum) {
    for (int i = 0; i < n; i++) {
        uint32_t s = sum[i];
        UNROLL for (int t = 0; t < frames; t++) s += x[i + t * stride];
        sum[i] = s;
    }
}

/** With x (65535 − x), four of which fit 32 bits. */
static inline void squares_u16(const uint16_t *restrict x, long stride, int frames, int n, uint32_t *restrict sum,
                               uint64_t *restrict squares) {
    for (int i = 0; i < n; i++) {
        uint32_t s = sum[i], p = 0, q = 0;
        UNROLL for (int t = 0; t < frames; t++) {
            uint32_t v = x[i + t * stride];
            s += v;
            if (t < GROUP / 2) p += v * (65535 - v);
            else q += v * (65535 - v);
        }
        sum[i] = s;
        squares[i] += (uint64_t)p + q;
    }
}

static inline void sum_f32(const float *restrict x, long stride, int frames, int n, double *restrict sum) {
    for (int i = 0; i < n; i++) {
        double s = sum[i];
        UNROLL for (int t = 0; t < frames; t++) s += x[i + t * stride];
        sum[i] = s;
    }
}

static inline void squares_f32(const float *restrict x, long stride, int frames, int n, const float *restrict first,
                               double *restrict sum, double *restrict squares) {
    for (int i = 0; i < n; i++) {
        double s = sum[i], q = squares[i], p = first[i];
        UNROLL for (int t = 0; t < frames; t++) {
            double v = x[i + t * stride] - p;
            s += v;
            q += v * v;
        }
        sum[i] = s;
        squares[i] = q;
    }
}

// ------------------------------------------------------------------------------- one tile of a frame, over all frames

#define TILE 32768
#define SMALL_TILE 8192

/** Accumulators of a thread. */
typedef struct {
    uint16_t sum16[TILE];
    uint32_t sum32[TILE], squares32[SMALL_TILE];
    uint64_t squares64[SMALL_TILE];
    double sum[TILE], squares[SMALL_TILE];
} Scratch;

/** Fresh frames; NULL for what isn't asked for. */
typedef struct {
    float *mean, *std;
    void *min, *max;
} Frames;

typedef void Fold(const Stack *s, Scratch *a, const Frames *out, long at, int n);

/** Does WORK for groups of k frames (a constant for the compiler) that begin at x, from frame FROM to frame TO. */
#define FRAMES(TYPE, FROM, TO, WORK)                                           \
    do {                                                                       \
        const TYPE *x = (const TYPE *)s->data + at + (FROM) * s->samples;      \
        int t = FROM;                                                          \
        for (; t + GROUP <= (TO); t += GROUP, x += GROUP * s->samples) {       \
            enum { k = GROUP };                                                \
            WORK;                                                              \
        }                                                                      \
        for (; t < (TO); t++, x += s->samples) {                               \
            enum { k = 1 };                                                    \
            WORK;                                                              \
        }                                                                      \
    } while (0)

/** Minima and maxima begin as the first frame. */
static void begin(const Stack *s, void *frame, long at, int n) {
    int bytes = BYTES[s->kind];
    memcpy((char *)frame + at * bytes, s->data + at * bytes, (long)n * bytes);
}

#define EXTREME_FOLD(KIND, TYPE, WHAT, LOW, HIGH)                                                               \
    static void WHAT##_fold_##KIND(const Stack *s, Scratch *a, const Frames *out, long at, int n) {     \
        (void)a;                                                                                        \
        TYPE *result = (TYPE *)out->WHAT + at;                                                          \
        begin(s, out->WHAT, at, n);                                                                     \
        FRAMES(TYPE, 1, s->frames, WHAT##_##KIND(x, s->samples, k, n, LOW, HIGH));                     \
    }

EXTREME_FOLD(u8, uint8_t, min, result, NULL)
EXTREME_FOLD(u8, uint8_t, max, NULL, result)
EXTREME_FOLD(u16, uint16_t, min, result, NULL)
EXTREME_FOLD(u16, uint16_t, max, NULL, result)
EXTREME_FOLD(f32, float, min, result, NULL)
EXTREME_FOLD(f32, float, max, NULL, result)

#define FINISH_MEAN(NAME, TYPE)                                                              \
    static void NAME(const TYPE *restrict sum, int frames, float *restrict mean, int n) {    \
        for (int i = 0; i < n; i++) mean[i] = (float)(sum[i] / (double)frames);              \
    }

FINISH_MEAN(finish_mean, uint32_t)
FINISH_MEAN(finish_mean_f32, double)

/** n Σx² − (Σx)² of integers is exact. */
#define FINISH_STD(NAME, TYPE, MOST)                                                                         \
    static void NAME(const uint32_t *restrict sums, const TYPE *restrict squares, int frames,                \
                     float *restrict std, int n) {                                                           \
        for (int i = 0; i < n; i++) {                                                                        \
            uint64_t sum = sums[i], all = MOST * sum - squares[i];                                           \
            std[i] = (float)(sqrt((double)(frames * all - sum * sum)) / frames);                             \
        }                                                                                                    \
    }

FINISH_STD(finish_std_u8, uint32_t, 255)
FINISH_STD(finish_std_u16, uint64_t, 65535)

static void clear(Scratch *a, int n) {
    memset(a->sum16, 0, n * sizeof *a->sum16);
    memset(a->sum32, 0, n * sizeof *a->sum32);
}

static void empty(Scratch *restrict a, int n) {
    for (int i = 0; i < n; i++) a->sum32[i] += a->sum16[i];
    memset(a->sum16, 0, n * sizeof *a->sum16);
}

static int end_of_block(const Stack *s, int from) {
    return from + 256 < s->frames ? from + 256 : s->frames;
}

static void mean_fold_u8(const Stack *s, Scratch *a, const Frames *out, long at, int n) {
    clear(a, n);
    for (int from = 0; from < s->frames; from += 256) {
        FRAMES(uint8_t, from, end_of_block(s, from), sum_u8(x, s->samples, k, n, a->sum16));
        empty(a, n);
    }
    finish_mean(a->sum32, s->frames, out->mean + at, n);
}

static void mean_fold_u16(const Stack *s, Scratch *a, const Frames *out, long at, int n) {
    clear(a, n);
    FRAMES(uint16_t, 0, s->frames, sum_u16(x, s->samples, k, n, a->sum32));
    finish_mean(a->sum32, s->frames, out->mean + at, n);
}

static void mean_fold_f32(const Stack *s, Scratch *a, const Frames *out, long at, int n) {
    memset(a->sum, 0, n * sizeof *a->sum);
    FRAMES(float, 0, s->frames, sum_f32(x, s->samples, k, n, a->sum));
    finish_mean_f32(a->sum, s->frames, out->mean + at, n);
}

static void std_fold_u8(const Stack *s, Scratch *a, const Frames *out, long at, int n) {
    clear(a, n);
    memset(a->squares32, 0, n * sizeof *a->squares32);
    for (int from = 0; from < s->frames; from += 256) {
        FRAMES(uint8_t, from, end_of_block(s, from), squares_u8(x, s->samples, k, n, a->sum16, a->squares32));
        empty(a, n);
    }
    finish_std_u8(a->sum32, a->squares32, s->frames, out->std + at, n);
}

static void std_fold_u16(const Stack *s, Scratch *a, const Frames *out, long at, int n) {
    clear(a, n);
    memset(a->squares64, 0, n * sizeof *a->squares64);
    FRAMES(uint16_t, 0, s->frames, squares_u16(x, s->samples, k, n, a->sum32, a->squares64));
    finish_std_u16(a->sum32, a->squares64, s->frames, out->std + at, n);
}

static void finish_std_f32(const Stack *s, const Scratch *restrict a, float *restrict std, int n) {
    double frames = s->frames;
    for (int i = 0; i < n; i++) {
        double squares = a->squares[i] - a->sum[i] * a->sum[i] / frames;
        std[i] = (float)sqrt((squares > 0 ? squares : 0) / frames);
    }
}

static void std_fold_f32(const Stack *s, Scratch *a, const Frames *out, long at, int n) {
    const float *first = (const float *)s->data + at;
    memset(a->sum, 0, n * sizeof *a->sum);
    memset(a->squares, 0, n * sizeof *a->squares);
    FRAMES(float, 0, s->frames, squares_f32(x, s->samples, k, n, first, a->sum, a->squares));
    finish_std_f32(s, a, out->std + at, n);
}

static void all_fold_u8(const Stack *s, Scratch *a, const Frames *out, long at, int n) {
    uint8_t *low = (uint8_t *)out->min + at, *high = (uint8_t *)out->max + at;
    clear(a, n);
    memset(a->squares32, 0, n * sizeof *a->squares32);
    begin(s, out->min, at, n);
    begin(s, out->max, at, n);
    for (int from = 0; from < s->frames; from += 256) {
        FRAMES(uint8_t, from, end_of_block(s, from), squares_u8(x, s->samples, k, n, a->sum16, a->squares32);
               both_u8(x, s->samples, k, n, low, high));
        empty(a, n);
    }
    finish_mean(a->sum32, s->frames, out->mean + at, n);
    finish_std_u8(a->sum32, a->squares32, s->frames, out->std + at, n);
}

static void all_fold_u16(const Stack *s, Scratch *a, const Frames *out, long at, int n) {
    uint16_t *low = (uint16_t *)out->min + at, *high = (uint16_t *)out->max + at;
    clear(a, n);
    memset(a->squares64, 0, n * sizeof *a->squares64);
    begin(s, out->min, at, n);
    begin(s, out->max, at, n);
    FRAMES(uint16_t, 0, s->frames, squares_u16(x, s->samples, k, n, a->sum32, a->squares64);
           both_u16(x, s->samples, k, n, low, high));
    finish_mean(a->sum32, s->frames, out->mean + at, n);
    finish_std_u16(a->sum32, a->squares64, s->frames, out->std + at, n);
}

static void all_fold_f32(const Stack *s, Scratch *a, const Frames *out, long at, int n) {
    float *low = (float *)out->min + at, *high = (float *)out->max + at;
    const float *first = (const float *)s->data + at;
    memset(a->sum, 0, n * sizeof *a->sum);
    memset(a->squares, 0, n * sizeof *a->squares);
    begin(s, out->min, at, n);
    begin(s, out->max, at, n);
    FRAMES(float, 0, s->frames, squares_f32(x, s->samples, k, n, first, a->sum, a->squares);
           both_f32(x, s->samples, k, n, low, high));
    finish_std_f32(s, a, out->std + at, n);
    for (int i = 0; i < n; i++) out->mean[at + i] = (float)(first[i] + a->sum[i] / s->frames);
}

/** Threads take tile after tile. Returns milliseconds, from before the results are allocated until they are complete. */
static double reduce(const Stack *s, Fold *fold, int tile, const char *what, double *checksum) {
    int all = !strcmp(what, "all");
    double start = now_ms();
    Frames out = {0};
    if (all || !strcmp(what, "mean")) out.mean = malloc(s->samples * sizeof(float));
    if (all || !strcmp(what, "std")) out.std = malloc(s->samples * sizeof(float));
    if (all || !strcmp(what, "min")) out.min = malloc(s->samples * BYTES[s->kind]);
    if (all || !strcmp(what, "max")) out.max = malloc(s->samples * BYTES[s->kind]);
    static Scratch *scratch[1024];
#pragma omp parallel
    {
        Scratch **mine = &scratch[omp_get_thread_num()];
        if (!*mine) *mine = aligned_alloc(4096, (sizeof(Scratch) + 4095) / 4096 * 4096);
#pragma omp for schedule(dynamic)
        for (long at = 0; at < s->samples; at += tile) {
            fold(s, *mine, &out, at, s->samples - at < tile ? (int)(s->samples - at) : tile);
        }
    }
    double took = now_ms() - start;
    *checksum = 0;
    if (out.mean) *checksum += sum_of(out.mean, F32, s->samples);
    if (out.std) *checksum += sum_of(out.std, F32, s->samples);
    if (out.min) *checksum += sum_of(out.min, s->kind, s->samples);
    if (out.max) *checksum += sum_of(out.max, s->kind, s->samples);
    free(out.mean), free(out.std), free(out.min), free(out.max);
    return took;
}

#define REDUCTION(WHAT, KIND, SIZE)                                      \
    static double WHAT##_##KIND##_job(const Stack *s, double *checksum) { \
        return reduce(s, WHAT##_fold_##KIND, SIZE, #WHAT, checksum);      \
    }

REDUCTION(mean, u8, TILE)
REDUCTION(mean, u16, TILE / 2)
REDUCTION(mean, f32, TILE / 4)
REDUCTION(std, u8, SMALL_TILE)
REDUCTION(std, u16, SMALL_TILE / 2)
REDUCTION(std, f32, SMALL_TILE / 2)
REDUCTION(min, u8, TILE)
REDUCTION(min, u16, TILE / 2)
REDUCTION(min, f32, TILE / 4)
REDUCTION(max, u8, TILE)
REDUCTION(max, u16, TILE / 2)
REDUCTION(max, f32, TILE / 4)
REDUCTION(all, u8, SMALL_TILE)
REDUCTION(all, u16, SMALL_TILE / 2)
REDUCTION(all, f32, SMALL_TILE / 2)

const Entry MOMENTS[] = {
    {"mean", {mean_u8_job, mean_u16_job, mean_f32_job}},
    {"std", {std_u8_job, std_u16_job, std_f32_job}},
    {"min", {min_u8_job, min_u16_job, min_f32_job}},
    {"max", {max_u8_job, max_u16_job, max_f32_job}},
    {"all", {all_u8_job, all_u16_job, all_f32_job}},
    {0},
};

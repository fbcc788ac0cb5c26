// What the files of this peer share.
#pragma once
#include <stdint.h>

#define MOST_FRAMES 65536 /* for sums of U16 in 32 bits, and n Σx² in 64 */

enum { U8, U16, F32, KINDS };
static const int BYTES[KINDS] = {1, 2, 4};

/** A mapped .npy file, axes (T, H, W). */
typedef struct {
    const char *data;
    int kind, frames, height, width;
    long samples;
} Stack;

/** A job does its work on a stack, and returns milliseconds: from before results are allocated until they are complete. */
typedef double Job(const Stack *s, double *checksum);

/** The jobs of one name, by kind of stack; a list ends with an empty one. */
typedef struct {
    const char *name;
    Job *of[KINDS];
} Entry;

extern const Entry MOMENTS[], CURVES[], FILLS[], MEDIANS[];

double now_ms(void);

/** Ends the program. */
void fail(const char *what, const char *name);

/** Adds up a frame. */
double sum_of(const void *frame, int kind, long samples);

/** Maps a file of a folder once. */
Stack map(const char *folder, const char *name);

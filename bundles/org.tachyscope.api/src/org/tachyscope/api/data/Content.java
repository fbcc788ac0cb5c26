package org.tachyscope.api.data;

/** What can be looked at and exported: a whole stack, or the result of a reduction. */
public sealed interface Content permits Stack, Result {}

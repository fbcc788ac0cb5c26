package org.tachyscope.api.data;

/** What a reduction makes of a stack. */
public sealed interface Result extends Content permits Frame, Curve, Table {}

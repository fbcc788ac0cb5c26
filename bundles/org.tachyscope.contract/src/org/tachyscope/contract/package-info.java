/**
 * The rules of the API as abstract JUnit 5 tests. A plug-in's test extends the one for its kind of contribution and answers
 * a few questions; every rule is then checked:
 *
 * <pre>{@code
 * class InvertTest extends OperationContract<Invert.Params> {
 *     @Override
 *     protected Operation<Invert.Params> operation() {
 *         return new Invert();
 *     }
 * }
 * }</pre>
 */
@Export
@Version("1.0.0")
@NullMarked
package org.tachyscope.contract;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

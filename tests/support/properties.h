// Property tests with RapidCheck inside Qt Test: at least 10,000 cases each; a failure prints the shrunk
// counterexample and the seed that repeats it (RC_PARAMS="seed=…").
#pragma once

#include <QtTest/QTest>

#include <rapidcheck.h>

#include <sstream>
#include <string>

namespace larder::test {

// Fails the running test function unless `property` holds for every generated case.
template<typename Property> void holds(const char *what, Property property, int cases = 10'000)
{
    rc::detail::TestParams params = rc::detail::configuration().testParams;
    params.maxSuccess = cases;
    rc::detail::TestMetadata metadata;
    metadata.id = what;
    metadata.description = what;
    const auto result = rc::detail::checkTestable(std::move(property), metadata, params);
    if (!result.template is<rc::detail::SuccessResult>()) {
        std::ostringstream text;
        rc::detail::printResultMessage(result, text);
        text << "\nRC_PARAMS=\"seed=" << params.seed << "\"";
        QFAIL(text.str().c_str());
    }
}

} // namespace larder::test

#pragma once
// A tax side whose every answer is the input. line.cpp stands in for http::Client when a target is linked, so the
// gateway is the product's own from the request down to the domain, without a socket.

#include "gateway/tax_side.h"

namespace fuzz {

/// From now on every question is answered so.
void answerWith(int status, const QByteArray &body);
/// Questions since then.
int asked();
const gateway::TaxSide &taxSide();
gateway::Access access();

}  // namespace fuzz

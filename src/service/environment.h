#pragma once
// What every service works with, handed in by src/app. Services are plain blocking functions for worker threads; each
// returns a Result and takes a Job for progress and cancellation. `unit` is always a registrationId (登记序号).

#include "base/clock.h"
#include "gateway/tax_side.h"
#include "service/sessions.h"
#include "store/store.h"

namespace service {

struct Environment {
    store::Store &store;
    const gateway::TaxSide &taxSide;
    Sessions &sessions;
    const base::Clock &clock;
};

}  // namespace service

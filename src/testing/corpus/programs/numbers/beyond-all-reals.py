import math

for run in (lambda: math.exp(1000), lambda: math.cosh(1e4), lambda: math.pow(10, 400), lambda: math.floor(math.inf), lambda: math.ceil(math.nan)):
    try:
        print(run())
    except (OverflowError, ValueError) as error:
        print(type(error).__name__, error)
# expect: OverflowError math range error
# expect: OverflowError math range error
# expect: OverflowError math range error
# expect: OverflowError cannot convert float infinity to integer
# expect: ValueError cannot convert float NaN to integer

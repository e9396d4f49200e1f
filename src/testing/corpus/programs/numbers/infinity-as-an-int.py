for run in (lambda: int(float("inf")), lambda: int(float("nan")), lambda: round(float("-inf")), lambda: round(float("nan"))):
    try:
        print(run())
    except (OverflowError, ValueError) as error:
        print(type(error).__name__, error)
# expect: OverflowError cannot convert float infinity to integer
# expect: ValueError cannot convert float NaN to integer
# expect: OverflowError cannot convert float infinity to integer
# expect: ValueError cannot convert float NaN to integer

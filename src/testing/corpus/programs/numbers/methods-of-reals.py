print((3.0).is_integer(), (3.5).is_integer(), (2.5).as_integer_ratio(), (0.25).as_integer_ratio(), (3).as_integer_ratio(), (2.5).real, (2.5).imag, (2.5).conjugate())
for value in (float("inf"), float("nan")):
    try:
        value.as_integer_ratio()
    except (OverflowError, ValueError) as error:
        print(error)
# expect: True False (5, 2) (1, 4) (3, 1) 2.5 0.0 2.5
# expect: cannot convert Infinity to integer ratio
# expect: cannot convert NaN to integer ratio

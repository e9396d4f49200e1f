class Celsius(float):
    def fahrenheit(self):
        return self * 9 / 5 + 32


class Even(int):
    pass


warm = Celsius(100)
print(warm, warm.fahrenheit(), warm + 1, warm > 50, round(warm), isinstance(warm, float), f"{warm:.1f}")
four = Even(4)
print(four + 1, four == 4, [1, 2, 3, 4, 5][four], -four, abs(Even(-3)), four % 3, {4: "x"}[four], str(four))
# expect: 100.0 212.0 101.0 True 100 True 100.0
# expect: 5 True 5 -4 3 1 x 4

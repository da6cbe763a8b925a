from dataclasses import dataclass

import joblib
import pandas as pd
from sklearn.ensemble import GradientBoostingClassifier

from .settings import settings

FEATURES = ["income", "months_employed", "open_loans", "late_payments_12m", "basket_value"]


@dataclass(frozen=True)
class Score:
    probability_of_default: float
    top_features: list[str]


def load() -> GradientBoostingClassifier:
    return joblib.load(settings.scorecard_path)


def score(model: GradientBoostingClassifier, application: dict) -> Score:
    row = pd.DataFrame([application], columns=FEATURES)
    ranked = sorted(zip(FEATURES, model.feature_importances_), key=lambda pair: -pair[1])
    return Score(float(model.predict_proba(row)[0, 1]), [name for name, _ in ranked[:3]])

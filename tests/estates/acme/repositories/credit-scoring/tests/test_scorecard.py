from sklearn.ensemble import GradientBoostingClassifier

from credit_scoring.scorecard import FEATURES, score


def test_the_three_weightiest_features_are_named():
    model = GradientBoostingClassifier().fit([[1, 2, 3, 4, 5], [5, 4, 3, 2, 1]], [0, 1])
    assert len(score(model, dict.fromkeys(FEATURES, 1)).top_features) == 3

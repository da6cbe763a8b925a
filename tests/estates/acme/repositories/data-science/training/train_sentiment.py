"""Fine-tunes a small model on shop reviews. Run on the GPU box, by hand."""

import mlflow
from datasets import load_dataset
from transformers import AutoModelForSequenceClassification, AutoTokenizer, Trainer, TrainingArguments

BASE_MODEL = "distilbert/distilbert-base-uncased"
DATASET = "stanfordnlp/imdb"

# import cohere
# co = cohere.Client()  # tried in May, dropped


def main() -> None:
    tokenizer = AutoTokenizer.from_pretrained(BASE_MODEL)
    model = AutoModelForSequenceClassification.from_pretrained(BASE_MODEL, num_labels=2)
    reviews = load_dataset(DATASET)
    encoded = reviews.map(lambda row: tokenizer(row["text"], truncation=True), batched=True)

    mlflow.set_experiment("review-sentiment")
    with mlflow.start_run():
        trainer = Trainer(
            model=model,
            args=TrainingArguments(output_dir="out", num_train_epochs=1, report_to="mlflow"),
            train_dataset=encoded["train"],
        )
        trainer.train()
        trainer.save_model("out/review-sentiment")


if __name__ == "__main__":
    main()
